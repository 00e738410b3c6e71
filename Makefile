# One way to everything. `make` alone says what there is.
.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-print-directory
SHELL := /bin/bash

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(abspath $(VENV)/tools/bin/uv)
# What Python compiles is kept, but not beside its sources.
export PYTHONDONTWRITEBYTECODE :=
export PYTHONPYCACHEPREFIX := $(CURDIR)/.build/bytecode
export PYTHONHASHSEED := 0

# tests.txt has all of site.txt; pip-audit takes no package twice.
AUDITED := requirements/tests.txt requirements/tools.txt benchmarks/requirements.txt

.PHONY: messages help html publish serve new index progress sizes diff fmt translations schema check mutants test lint types lock sbom audit-deps lighthouse bench clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

html: $(VENV)/site.stamp ## check the data and build the site into output/
	@$(BIN)/python -m generator build

publish: $(VENV)/site.stamp ## the same with publishconf.py (SITE_ADDRESS and SITE_REPOSITORY from the environment)
	@$(BIN)/python -m generator build --settings publishconf.py

serve: $(VENV)/site.stamp ## show the site on this machine; rebuild on every change
	@$(BIN)/python -m generator serve --port $(or $(PORT),8000)

new: $(VENV)/site.stamp ## begin an election: ID=<year>-<body> REPORT=<its report> [TEXT=report.txt DATE= PUBLISHED= KIND=]
	@$(BIN)/python -m generator new "$(ID)" "$(REPORT)" $(if $(TEXT),--text "$(TEXT)") \
	  $(if $(DATE),--date "$(DATE)") $(if $(PUBLISHED),--published "$(PUBLISHED)") $(if $(KIND),--kind "$(KIND)")

index: $(VENV)/site.stamp ## note which numbers a report prints where: REPORT=<its folder> TEXT=report.txt
	@$(BIN)/python -m generator index "$(TEXT)" --id "$(REPORT)"

translations: $(VENV)/site.stamp ## say what is not translated, stale or unread: [ALL=1] [MADE=kk or READ=kk ONLY="file ..."]
	@$(BIN)/python -m generator translations $(if $(ALL),--all) $(if $(MADE),--made $(MADE)) $(if $(READ),--read $(READ)) $(if $(ONLY),--only $(ONLY))

sizes: html ## say what each kind of page weighs, against its budget
	@$(BIN)/python -m generator sizes

progress: $(VENV)/site.stamp ## say what is entered, absent and still open in every file
	@$(BIN)/python -m generator progress

diff: $(VENV)/site.stamp ## say what changes for a reader: BASE=origin/main [FORM=changes (for the feed) or changelog]
	@$(BIN)/python -m generator diff $(if $(FORM),--form "$(FORM)") -- "$(or $(BASE),origin/main)"

fmt: $(VENV)/tests.stamp ## give the data and the code one shape; values and comments stay
	@$(BIN)/python -m generator fmt
	@$(BIN)/ruff format --quiet .

schema: $(VENV)/site.stamp ## write schema/, by which editors complete and explain, from models and data
	@$(BIN)/python -m generator schema

check: $(VENV)/site.stamp ## only check the data
	@$(BIN)/python -m generator check

mutants: $(VENV)/site.stamp ## change every figure in turn, and say how many changes the checks catch
	@$(BIN)/python -m generator mutants

test: $(VENV)/tests.stamp lint types ## run everything that must hold
	@echo "Testing ..."
	@PYTHON=$(BIN)/python tests/prepare
	@$(BIN)/python -m pytest -n 2

lint: $(VENV)/tests.stamp
	@echo "Linting ..."
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check .
	@$(BIN)/yamllint --strict .
	@$(BIN)/zizmor --offline --strict-collection --persona pedantic --quiet --no-progress .github > $(VENV)/workflows.log 2>&1 || { cat $(VENV)/workflows.log; exit 1; }
	@$(BIN)/python -m generator fmt --check > $(VENV)/shape.log || { cat $(VENV)/shape.log; exit 1; }
	@$(BIN)/lint-imports --no-cache > $(VENV)/imports.log 2>&1 || { cat $(VENV)/imports.log; exit 1; }

types: $(VENV)/tests.stamp
	@echo "Checking types ..."
	@$(BIN)/mypy --no-error-summary

messages: $(VENV)/site.stamp ## collect the interface texts into the catalogues of generator/locale/
	@$(BIN)/pybabel -q extract -F generator/locale/extraction.cfg -k say -k N_ -k plural:1,2 -k speech -k self --no-location --sort-output --omit-header -o generator/locale/interface.pot .
	@for po in generator/locale/*.po; do [ -e "$$po" ] || continue; \
	  $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --omit-header -l $$(basename $$po .po) -i generator/locale/interface.pot -o $$po; done

lighthouse: html ## measure pages as a phone would meet them: [PAGES="/ /compare/"] [BROWSER=chromium] (needs Node.js)
	@cd benchmarks/lighthouse && npm ci --silent
	@node benchmarks/lighthouse/run.mjs output "$$(command -v $(or $(BROWSER),chromium))" $(or $(PAGES),/ /compare/2021-majilis/2023-majilis/ /elections/2023-majilis/ /indicators/turnout.percent/)

bench: $(VENV)/peers.stamp ## measure builds beside other generators on the same pages: [SIZES="100 1000" RUNS=3] (needs Node.js)
	@PYTHONPATH=. $(BIN)/python -m benchmarks.bench $(if $(SIZES),--sizes $(SIZES)) $(if $(RUNS),--runs $(RUNS))

audit-deps: $(VENV)/tools.stamp ## report known vulnerabilities of the dependencies, where the registry serves them
	@failed=; for lock in $(AUDITED); do $(VENV)/tools/bin/pip-audit --progress-spinner off --require-hashes --disable-pip -r $$lock || failed=1; done; [ -z "$$failed" ]

lock: $(VENV)/tools.stamp ## pin again what requirements/*.in name, and write the bill of materials: [LOOSE=1 for the newest versions]
	@$(if $(LOOSE),sed -i 's/==.*//' requirements/*.in benchmarks/*.in)
	@cd requirements && for name in site tests tools; do \
	  $(UV) pip compile --quiet $(if $(LOOSE),--upgrade) --generate-hashes --universal --python-version 3.11 --no-header --no-annotate $$name.in -o $$name.txt; done
	@cd benchmarks && $(UV) pip compile --quiet $(if $(LOOSE),--upgrade) --generate-hashes --universal --python-version 3.11 --no-header --no-annotate requirements.in -o requirements.txt
	@! grep -nE '^[^#]*(https?://|file:)' requirements/*.txt benchmarks/requirements.txt
	@$(MAKE) sbom

sbom: $(VENV)/tools.stamp
	@rm -rf $(VENV)/bare && $(UV) venv --quiet --python $(PYTHON) $(VENV)/bare
	@$(UV) pip install --quiet --python $(VENV)/bare/bin/python --require-hashes -r requirements/site.txt
	@$(BIN)/python requirements/write-sbom $(VENV)/tools/bin/cyclonedx-py $(VENV)/bare/bin/python

clean: ## remove everything that was made
	@rm -rf output .build $(VENV) node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The environment: uv where there is one (two seconds), else the standard library's venv and pip. What is said on the way
# goes to standard error, since the output of `make diff` is a document.
$(VENV)/bin/python:
	@echo "Making a virtual environment in $(VENV)/ ..." >&2
	@if command -v uv >/dev/null 2>&1; then uv venv --quiet --seed --python $(PYTHON) $(VENV); else $(PYTHON) -m venv $(VENV); fi

define install
	@echo "Installing $(1) ..." >&2
	@if command -v uv >/dev/null 2>&1; \
	  then uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1); \
	  else $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(1); fi
	@touch $@
endef

$(VENV)/site.stamp: requirements/site.txt | $(VENV)/bin/python
	$(call install,requirements/site.txt)

$(VENV)/peers.stamp: benchmarks/requirements.txt benchmarks/peers/eleventy/package-lock.json $(VENV)/site.stamp
	@echo "Installing the peers ..."
	@rm -rf $(VENV)/peers && $(BIN)/python -m venv $(VENV)/peers
	@$(VENV)/peers/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r benchmarks/requirements.txt
	@cd benchmarks/peers/eleventy && npm ci --silent
	@touch $@

# Tools of their own, so that what they need never decides what the site is built with.
$(VENV)/tools.stamp: requirements/tools.txt | $(VENV)/bin/python
	@echo "Installing requirements/tools.txt ..."
	@$(BIN)/python -m venv $(VENV)/tools
	@$(VENV)/tools/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/tools.txt
	@touch $@

$(VENV)/tests.stamp: requirements/tests.txt $(VENV)/site.stamp
	$(call install,requirements/tests.txt)
