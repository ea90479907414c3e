# LawfulShare: `make run` opens the wizard, `make test` runs every test; each sets up what it needs.
.DEFAULT_GOAL := help
.PHONY: help setup run test perfect check soak bench mutate gallery lock lint clean

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## install system packages (Debian) and the Python environment in .venv

.venv/.system: packaging/debian-packages.txt packaging/install-system-packages
	packaging/install-system-packages
	$(PYTHON) -m venv .venv
	@touch $@

$(READY): .venv/.system requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(READY) ## open the wizard; without a display, drive it through an example into demo/
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(BIN)/lawfulshare demo --out demo; \
	else \
	  $(BIN)/lawfulshare; \
	fi

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint perfect ## everything that continuous integration runs
	$(BIN)/pytest -n 2 tests --ignore=tests/case --ignore=tests/law --ignore=tests/guide
	$(BIN)/python packaging/mutate_law.py --changed origin/main --most 200

perfect: $(READY) ## the tests of the case, the law and the guide, and that they reach every branch there
	$(BIN)/pytest -n 2 tests/case tests/law tests/guide --cov=lawfulshare --cov-branch --cov-report=json:.coverage.json
	$(BIN)/python packaging/check_perfect.py .coverage.json

check: lint ## the minute that one runs all the time
	$(BIN)/pytest -n 2 -x tests/case tests/law tests/guide tests/house

soak: $(READY) ## what takes long: kill tests, long random walks
	$(BIN)/pytest -m soak
	HYPOTHESIS_PROFILE=soak $(BIN)/pytest -n 2 tests/law tests/guide

CHANGED ?=
MOST ?=
mutate: $(READY) ## every small mistake in the law: what would nothing catch? CHANGED=COMMIT: of changed files only
	$(BIN)/python packaging/mutate_law.py $(if $(CHANGED),--changed $(CHANGED),--prove) $(if $(MOST),--most $(MOST))

bench: $(READY) ## the benchmarks, as ratios in one run
	$(BIN)/python benchmarks/run.py

gallery: $(READY) ## screenshots of every page and room into gallery/: 100, 200 and 400 %, light, dark, high contrast
	$(BIN)/python -m lawfulshare.desktop.gallery gallery

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --output-file requirements.lock --upgrade

clean: ## remove what was made, the environment too
	rm -rf .venv demo gallery dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
