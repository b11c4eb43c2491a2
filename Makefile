# make install · make run · make test · make bench · make torture
PYTHON ?= python3
BIN := .venv/bin
STORE ?= store
SAMPLE ?= sample

.PHONY: install dev run test lint bench torture chromium

install: .venv/installed

.venv/installed: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

dev: .venv/installed-dev

.venv/installed-dev: .venv/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

# The sample district is made and imported once; a second start finds the store and reuses it.
run: install
	test -e $(STORE)/current || test -e $(SAMPLE)/truth.json || $(BIN)/tirek sample $(SAMPLE)
	test -e $(STORE)/current || $(BIN)/tirek import $(SAMPLE) --store $(STORE)
	$(BIN)/tirek serve --store $(STORE) --host 127.0.0.1 --port 8050

# Browser tests need Chromium: the system's own if it is there, else from the system's packages.
chromium:
	command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core fonts-dejavu-core)

lint: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

# In the order of tests/conftest.py: what takes longest first, so that no process waits at the end.
test: dev chromium lint
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder

bench: dev
	$(BIN)/python -m tests.benchmarks

# So many spoilt files instead of the 300 of the suite, and 200 killed imports instead of 10.
TORTURE ?= 20000

torture: dev
	TIREK_TORTURE=$(TORTURE) $(BIN)/python -m pytest -q -n 2 --dist worksteal tests/torture
