# The menu: `make` or `make help` lists what there is. Every target does its own set-up.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/ready

.PHONY: help site serve check stale test bench format new addresses browser

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST)

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON to it"; exit 1; }
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

site: $(READY)  ## check the catalogue and build the site into site/
	@$(RUN) -m generator build

serve: $(READY)  ## the site on 127.0.0.1:8000, renewed at every change
	@$(RUN) -m generator serve

check: $(READY)  ## check the catalogue alone
	@$(RUN) -m generator check

stale: $(READY)  ## list what was last compared with its source more than a year ago
	@$(RUN) -m generator stale

test: $(READY) browser  ## every test, in a real browser too
	@$(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --quiet --check .
	@$(RUN) -m pytest

browser:
	@sh tests/browser.sh

bench: $(READY)  ## measure the lookup and the build
	@PYTHONPATH=. $(RUN) tests/bench_lookup.py
	@PYTHONPATH=. $(RUN) tests/bench.py

format: $(READY)  ## put the Python files in their usual form
	@$(VENV)/bin/ruff check --quiet --fix . && $(VENV)/bin/ruff format --quiet .

new: $(READY)  ## write a new entry, valid from the start
	@$(RUN) -m generator new $(ENTRY)

addresses: $(READY)  ## record newly published addresses in catalog/addresses.txt
	@$(RUN) -m generator addresses
