# Everything a person or a machine does with a checkout. "make" alone lists the targets.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PROGRAMS := .venv/.test-programs

.DEFAULT_GOAL := help
.PHONY: help setup run test lint prove bench screens translations dist clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

setup: $(READY)  ## virtual environment, pinned versions, system libraries

$(READY): pyproject.toml setup.py constraints.txt .ci/environment .ci/system_packages.py
	@.ci/environment "$(PYTHON)"
	@touch $@

$(PROGRAMS): .ci/system_packages.py | $(READY)
	@$(BIN)/python .ci/system_packages.py tests
	@touch $@

run: $(READY)  ## open the window on a demonstration workspace (without a display: print the papers)
	@.ci/demonstration

test: lint $(PROGRAMS)  ## the static checks, then every test
	$(BIN)/python -m pytest --numprocesses logical --maxprocesses 4 --dist worksteal

lint: $(READY)  ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

prove: $(READY)  ## audit 2,000 random plans, read 900 explained sessions again, try every plan of 300 tiny worlds
	JURYDESK_MANY=1 $(BIN)/python -m pytest tests/planning/test_many_worlds.py tests/planning/test_brute_force.py \
	    tests/planning/test_reasons_properties.py tests/planning/test_sites.py \
	    tests/planning/test_reasons_read_again.py \
	    --timeout 3600 --numprocesses logical --maxprocesses 4

bench: $(READY)  ## measure the benchmarks
	$(BIN)/python -m pytest tests/benchmarks --benchmark-enable --benchmark-only --timeout 3600

screens: $(READY)  ## picture every page and dialog into build/screens
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screens build/screens

translations: $(READY)  ## gather the words of the window, compile their translations
	$(BIN)/pyside6-lupdate -silent -extensions py -locations none -no-obsolete -source-language en \
	    -target-language fr_FR jurydesk/ui -ts resources/i18n/jurydesk_fr.ts
	$(BIN)/pyside6-lrelease -silent resources/i18n/jurydesk_fr.ts -qm resources/i18n/jurydesk_fr.qm

dist: $(READY)  ## build the wheel and the source archive, and try the wheel in an empty environment
	@.ci/distribution

clean:  ## remove what was built, not the environment
	rm -rf build dist out *.egg-info .coverage .benchmarks .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find jurydesk tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
