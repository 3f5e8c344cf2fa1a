"""Normalisation: what is worked out across facts and articles before rules match."""
