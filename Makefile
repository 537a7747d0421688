# The menu: `make` or `make help` lists what there is. Every target does its own set-up.
.DEFAULT_GOAL := help
PYTHON ?= python3
ENGINE ?= mkdocs
# Each engine has its own packages, pinned with their hashes, in a folder of its own.
VENV_OF_mkdocs := .venv
LOCK_OF_mkdocs := requirements.lock
VENV_OF_zensical := .venv-zensical
LOCK_OF_zensical := requirements-zensical.lock
VENV := $(VENV_OF_$(ENGINE))
ifeq ($(VENV),)
$(error there is no engine '$(ENGINE)'; write ENGINE=mkdocs or ENGINE=zensical)
endif
RUN := $(VENV)/bin/python
READY := $(VENV)/ready
# A folder whose Python was removed or replaced is made anew.
ifneq ($(wildcard $(READY)),)
ifneq ($(shell $(RUN) -c 'print(1)' 2>/dev/null),1)
$(shell rm -f $(READY))
endif
endif

.PHONY: help site serve check recorded stale test test-all bench format new addresses changes offline lock engine browser programs

help:  ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /make \1 - /p' $(MAKEFILE_LIST)

$(READY): $(LOCK_OF_$(ENGINE))
	@$(PYTHON) -c 'import sys' || { echo "'$(PYTHON)' does not start; set PYTHON to a Python that does, 3.11 or newer"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "'$(PYTHON)' is older than 3.11; set PYTHON to a newer one"; exit 1; }
	@rm -rf $(VENV) && $(PYTHON) -m venv $(VENV) || { echo "'$(PYTHON)' has no venv; on Debian and Ubuntu install the package python3-venv"; exit 1; }
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r $<
	@touch $@

# Whatever the shell says, Python keeps what it compiled: that is a tenth of a rebuild.
site serve check: export PYTHONDONTWRITEBYTECODE :=

site: $(READY)  ## check the catalogue and build the site into site/
	@$(RUN) -m generator build --engine $(ENGINE)

serve: $(READY)  ## the site on 127.0.0.1:8000, renewed at every change
	@$(RUN) -m generator serve

check: $(READY)  ## check the catalogue alone
	@$(RUN) -m generator check

recorded: $(READY)  ## refuse to go on where an address would be published unrecorded
	@$(RUN) -m generator recorded

stale: $(READY)  ## list what was last compared with its source more than a year ago
	@$(RUN) -m generator stale

test: $(READY) browser programs  ## every test, in a real browser and with the other engine too
	@$(MAKE) --no-print-directory ENGINE=zensical engine
	@$(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --quiet --check .
	@$(RUN) -m pytest

test-all: $(READY) browser  ## what `make test` does in small, in full: twenty minutes
	@EXAMPLES=50000 $(RUN) -m pytest -m "property or long"

engine: $(READY)

browser:
	@sh tests/browser.sh

programs:
	@sh tests/programs.sh

bench: $(READY)  ## measure builds, pages and the lookup; GROWTH=1: ten times the responses
	@PYTHONPATH=. $(RUN) tests/bench.py

format: $(READY)  ## put the Python files in their usual form
	@$(VENV)/bin/ruff check --quiet --fix . && $(VENV)/bin/ruff format --quiet .

new: $(READY)  ## write a new entry, valid from the start
	@$(RUN) -m generator new $(ENTRY)

addresses: $(READY)  ## record newly published addresses in catalog/addresses.txt
	@$(RUN) -m generator addresses

offline: site  ## build the site, and one archive of it that opens from a folder
	@$(RUN) -m generator offline

changes: $(READY)  ## write what changed, from git history, into the built site/, for publishing
	@$(RUN) -m generator changes

LOCKED := uv pip compile --quiet --universal --python-version 3.11.0 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(UPGRADE) pyproject.toml

lock:  ## pin the packages of pyproject.toml anew; UPGRADE=--upgrade takes the newest that fit
	@command -v uv >/dev/null || { echo "'uv' is not installed; install it with 'pip install uv'"; exit 1; }
	@$(LOCKED) --output-file requirements-check.lock
	@$(LOCKED) --extra site --extra test --output-file requirements.lock
	@$(LOCKED) --extra zensical --output-file requirements-zensical.lock
	@$(LOCKED) --extra upkeep --output-file requirements-upkeep.lock
