# make check: set up and run the main job on seeds/.   make test: set up and run lint and tests.
# Nothing has to be done before either; PYTHON=python3.12 chooses the Python. All else is installed into .venv.
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: check test lint pytest prerequisites clean
check: $(VENV)/ready
	@$(BIN)/consistency check seeds/ --fail-on none

test: lint pytest

pytest: $(VENV)/ready-dev
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/ready-dev
	$(BIN)/ruff check consistency tests
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

prerequisites:
	@sh scripts/find-python "$(PYTHON)"

$(VENV)/ready: pyproject.toml
	@sh scripts/make-venv "$(VENV)" "$(PYTHON)" "."
	@touch $@

$(VENV)/ready-dev: pyproject.toml
	@sh scripts/make-venv "$(VENV)" "$(PYTHON)" ".[test,lint]"
	@touch $@ $(VENV)/ready

clean:
	rm -rf $(VENV)
