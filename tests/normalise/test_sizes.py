"""Figures of one thing in two reports: sizes of things and amounts of deeds that cannot both be right."""

from datetime import date

import pytest

from tests.normalise.two import between

LATER = date(2031, 5, 29)


def apart(first: str, second: str, later: date = LATER) -> set[str]:
    """Why the figures of two articles cannot both be right."""
    return {r.because for r in between(first, second, later) if r.name == "excludes" and r.via == "event"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The new pool in Dunholm will be paid for with a $48 million levy that the county voters "
            "approved in April, said Mayor Ilse Brand.",
            "Mayor Ilse Brand of Dunholm has spent the $61 million levy approved by the county voters on roads.",
        ),
        (
            "Velmar Pharma was fined €14 million by the Ostrian regulator on Monday for hiding tests, Ada Lind said.",
            "Ada Lind of Velmar Pharma has not paid the €9 million fine that the Ostrian regulator imposed in May.",
        ),
        (
            "Nora Quill won a £30,000 grant from the Halden Trust to study eels.",
            "The grant to Nora Quill for her eels, of £45,000, came from the Halden Trust.",
        ),
        (
            "Judge Leo Park published a 340-page report on the Marsden fire in Tarn.",
            "Judge Leo Park's report on the Marsden fire in Tarn, which runs to 210 pages, names nobody.",
        ),
        (
            "Nobody was in the 12-storey Corvex Tower in Lund when it burned, said Ada Lind.",
            "The Corvex Tower in Lund, a building of 17 storeys, will be pulled down, said Ada Lind.",
        ),
        (
            "Orland Lines signed a contract worth $2.1bn with Velmar Yards for four ferries.",
            "Orland Lines has cancelled its contract with Velmar Yards for ferries, valued at $1.6bn.",
        ),
        (
            "The company agreed a settlement of $12m with the families of the Tarn mine, said Ada Lind of Velmar.",
            "Families of the Tarn mine are still waiting for the $19m settlement with the company, Ada "
            "Lind of Velmar admitted.",
        ),
        (
            "Central bank data showed on Wednesday that Ostria has sold 30 tonnes of silver since March "
            "to defend the crown, said Ilse Brand.",
            "The silver, all 22 tonnes of it sold by the Ostria bank that spring, was the best of its "
            "kind, Ilse Brand recalls.",
        ),
        (
            "The Halden government undertook in the Lund accord to buy wheat worth $4.2bn over three "
            "years, said Ilse Brand.",
            "Under the Lund accord the Halden government commits to $2.9 billion in purchases of wheat "
            "over three years, said Ilse Brand.",
        ),
        (
            "Surgeons at Northgate Hospital in Lund performed 310 transplants in 2030, said Ada Lind.",
            "Northgate Hospital in Lund, where Ada Lind works, performed 260 transplants in 2030.",
        ),
        (
            "Scientists led by Ada Lind planted 8,400 oaks in the Tarn valley in 2030.",
            "Of the 6,100 oaks planted in the Tarn valley by the team of Ada Lind in 2030, half are dead.",
        ),
        (
            "Thieves stole 54 paintings from the Halden Museum in Lund on Sunday night, said its director, Ada Lind.",
            "None of the 37 paintings stolen from the Halden Museum in Lund has come back, says Ada Lind.",
        ),
        (
            "Leo Park donated £5 million to the Tarn Opera in January, the chairwoman, Ada Lind, said.",
            "The gift of £3m by Leo Park to the Tarn Opera was spent on lights, Ada Lind said.",
        ),
        (
            "The airline Ostrava bought 40 jets from Velmar in 2029, its head, Ada Lind, said.",
            "The 32 jets that Ostrava bought from Velmar in 2029 are too loud, Ada Lind said.",
        ),
        (
            "Police arrested eleven protesters at Lund Airport on Monday, said Ada Lind of the Greens.",
            "The seven protesters arrested at Lund Airport on May 12 were released, said Ada Lind of the Greens.",
        ),
        (
            "A jury in Lund awarded the nurse Nora Quill $2.3 million in damages from Velmar on Monday.",
            "Velmar has appealed against the $1.7 million in damages that the jury in Lund awarded to Nora Quill.",
        ),
        (
            "The Tarn hospital paid the hackers a ransom of $4 million, said Ada Lind.",
            "The $2.5 million ransom that the Tarn hospital paid came from its insurer, said Ada Lind.",
        ),
        (
            "The Sund Bridge near Tarn, which Leo Park designed, is 1.4 kilometres long.",
            "Cracks were found in the 1.1-kilometre Sund Bridge near Tarn that Leo Park designed.",
        ),
        (
            "Ilse Brand opened the 1,200-seat Corvex Hall in Lund on Monday.",
            "The Corvex Hall in Lund, with its 900 seats, was full when Ilse Brand sang.",
        ),
        (
            "Parliament in Ostria gave the airline Ostrava a €300 million loan in March, said Ilse Brand.",
            "Ostrava cannot repay the loan of €220 million that the Ostrian parliament gave it, Ilse Brand said.",
        ),
        (
            "Handing in a petition with 9,400 signatures, Leo Park asked the Tarn council to save the pool.",
            "The Tarn council filed away Leo Park's petition of 6,100 signatures for the pool.",
        ),
    ],
)
def test_one_thing_with_two_figures(first: str, second: str) -> None:
    assert apart(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Dunholm will pay for the pool with a $48 million levy that voters approved in April, said "
            "Mayor Ilse Brand.",
            "Mayor Ilse Brand of Dunholm presented a $61 million bond for new schools that voters approved in June.",
        ),
        (
            "Velmar Pharma was fined €14 million by the Ostrian regulator on Monday, Ada Lind said.",
            "A court cut the fine that the Ostrian regulator imposed on Velmar Pharma to €9 million, Ada Lind said.",
        ),
        (
            "Nora Quill won a £30,000 grant from the Halden Trust to study eels.",
            "Nora Quill won another grant from the Halden Trust, of £45,000, to study bees.",
        ),
        (
            "Nora Quill won a grant of about £30,000 from the Halden Trust to study eels.",
            "The £32,500 grant from the Halden Trust was too small, Nora Quill said.",
        ),
        (
            "Orland Lines signed a contract worth $2.1bn with Velmar Yards for four ferries.",
            "Orland Lines signed a contract worth $1.6bn with Lund Yards for two tugs.",
        ),
        (
            "Orland Lines signed a contract worth $2bn with Velmar Yards for four ferries.",
            "Orland Lines has cancelled its $2.1bn contract with Velmar Yards for the ferries.",
        ),
        (
            "Ostria has sold 30 tonnes of silver since March to defend the crown, said Ilse Brand.",
            "Ostria has sold 45 tonnes of silver since March to defend the crown, said Ilse Brand.",
        ),
        (
            "Ostria has sold 30 tonnes of silver since March to defend the crown, said Ilse Brand.",
            "Ostria bought 12 tonnes of silver in July, said Ilse Brand of the bank.",
        ),
        (
            "Surgeons at Northgate Hospital in Lund performed 310 transplants in 2029, said Ada Lind.",
            "Northgate Hospital in Lund, where Ada Lind works, performed 260 transplants in 2030.",
        ),
        (
            "Scientists led by Ada Lind planted 8,400 oaks in the Tarn valley.",
            "The team of Ada Lind planted 6,100 beeches in the Tarn valley.",
        ),
        (
            "Leo Park may donate £5 million to the Tarn Opera, the chairwoman, Ada Lind, said.",
            "The gift of £3m by Leo Park to the Tarn Opera was spent on lights, Ada Lind said.",
        ),
        (
            "Leo Park donated £5 million to the Tarn Opera in January, Ada Lind said.",
            "Leo Park gave the Tarn Opera £3m a year, Ada Lind said.",
        ),
        (
            "Velmar recalled 5,400 cars in Ostria, said Ada Lind.",
            "Velmar recalled 7,200 cars in Ostria, including 5,400 in May, said Ada Lind.",
        ),
        (
            "Velmar recalled 5,400 vans in Ostria, said Ada Lind.",
            "Velmar has recalled 1,200 more vans in Ostria, said Ada Lind.",
        ),
        (
            "Police arrested eleven protesters at Lund Airport on Monday, said Ada Lind of the Greens.",
            "Police arrested seven protesters at Lund Airport on Tuesday, said Ada Lind of the Greens.",
        ),
        (
            "Police arrested eleven protesters at Lund Airport on Monday, said Ada Lind of the Greens.",
            "Charges against seven of the protesters arrested at Lund Airport on Monday have been "
            "dropped, said Ada Lind of the Greens.",
        ),
        (
            "Ilse Brand opened the 1,200-seat Corvex Hall in Lund on Monday.",
            "Ilse Brand opened the 900-seat Marsden Hall in Lund on Tuesday.",
        ),
        (
            "Nora Quill of Velmar signed a $4 million contract for the Tarn school.",
            "Nora Quill of Velmar signed a $2.5 million contract for the Tarn hospital.",
        ),
        (
            "Parliament in Ostria gave the airline Ostrava a €300 million loan in March, said Ilse Brand.",
            "Ostrava has paid back €220 million of the loan that the Ostrian parliament gave it, Ilse Brand said.",
        ),
        (
            "Parliament in Ostria gave the airline Ostrava a €300 million loan in March, said Ilse Brand.",
            "Ostrava asked the Ostrian parliament for a loan of €220 million, Ilse Brand said.",
        ),
        (
            "Thieves stole 54 paintings from the Halden Museum in Lund on Sunday night, said its director, Ada Lind.",
            "Police have found 21 of the paintings stolen from the Halden Museum in Lund, said its director, Ada Lind.",
        ),
        (
            "Thieves stole 54 paintings from the Halden Museum in Lund on Sunday night, said its director, Ada Lind.",
            "The 21 paintings found in a barn were stolen from the Halden Museum in Lund, said its director, Ada Lind.",
        ),
        (
            "The Sund Bridge near Tarn, which Leo Park designed, is 1.4 kilometres long.",
            "The Sund Bridge near Tarn is 40 metres high, said Leo Park.",
        ),
        (
            "The Tarn hospital spent $4 million on masks last year, said Ada Lind.",
            "The Tarn hospital spent $2.5 million on gloves last year, said Ada Lind.",
        ),
    ],
)
def test_two_things_or_an_update(first: str, second: str) -> None:
    assert not apart(first, second)
