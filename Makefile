# dragoman: everything that one does with a checkout.
#   make install | demo | test | check | score | bench | train | docs | lock | clean
#
# An interpreter of 3.12 or newer and make are all that it needs: the rest goes into .venv, from the lock files.

SHELL := /bin/sh
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet
# Every package comes as a wheel whose hash is in the lock: nothing is compiled, nothing else is taken.
FROM_LOCK := install --require-hashes --only-binary :all: --no-deps
REPORT ?= src/dragoman/samples
DATA ?=

.PHONY: help install demo test check score bench train docs lock clean
.DELETE_ON_ERROR:

help:
	@echo "make install   put dragoman and what it needs into $(VENV); the command is $(VENV)/bin/dragoman"
	@echo "make demo      read the sample reports (or REPORT=path) and show who did what to whom"
	@echo "make test      run the tests"
	@echo "make check     style, types, who may import what, and the documentation"
	@echo "make score     measure the record task on tests/gold, and on DATA=DIR the tasks whose sets lie there"
	@echo "make bench     measure speed on the news in DATA=DIR and write bench/last.json"
	@echo "make train     train the classifier on data/authored and write its weights (needs torch; see below)"
	@echo "make docs      bring the samples in README.md up to date, and check the documentation"
	@echo "make lock      resolve the lock files anew (needs uv)"

install: $(VENV)/.project

# The first interpreter that is new enough and really runs: a pyenv shim may be there and not run.
$(VENV)/bin/python:
	@found=; \
	for one in "$$PYTHON" python3.13 python3.12 python3 \
	    "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.1[2-9]*/bin/python; do \
	  [ -n "$$one" ] || continue; \
	  if "$$one" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then \
	    if "$$one" -c 'import ensurepip, venv' >/dev/null 2>&1; then found=$$one; break; fi; \
	    bare=$$one; \
	  fi; \
	done; \
	if [ -z "$$found" ]; then \
	  if [ -n "$$bare" ]; then \
	    echo "$$bare is new enough, but cannot make virtual environments: install its venv package" \
	         "(on Debian and Ubuntu: apt install python3-venv)." >&2; \
	  else \
	    echo "dragoman needs Python 3.12 or newer, and none was found. Install one from your system's packages" \
	         "(python3.12 or python3.13), with pyenv (pyenv install 3.12), or with uv (uv python install 3.12);" \
	         "then run make again, or name it: make PYTHON=/path/to/python3.12" >&2; \
	  fi; \
	  exit 1; \
	fi; \
	echo "making $(VENV) with $$("$$found" -V) ($$found)" >&2; \
	"$$found" -m venv $(VENV)

# The stamps keep make from installing again while the lock and the project's own facts stand.
$(VENV)/.locked: requirements.lock | $(VENV)/bin/python
	@echo "installing what requirements.lock pins" >&2
	@$(PIP) $(FROM_LOCK) -r requirements.lock
	@touch $@

$(VENV)/.project: pyproject.toml $(VENV)/.locked
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.project
	@echo "installing what requirements-dev.lock pins" >&2
	@$(PIP) $(FROM_LOCK) -r requirements-dev.lock
	@touch $@

demo: install
	@$(VENV)/bin/dragoman read $(REPORT)

test: $(VENV)/.dev
	$(RUN) -m pytest

check: $(VENV)/.dev
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) -m pytest tests/test_docs.py

score: install
	@$(RUN) bench/score.py $(if $(DATA),--data "$(DATA)" --write bench/accuracy.json)

bench: install
	@test -n "$(DATA)" || { echo "make bench needs DATA=DIR, the folder that holds news_reuters1987" >&2; exit 2; }
	@$(RUN) bench/speed.py "$(DATA)/news_reuters1987/part1.jsonl.gz" --write bench/last.json

# Training has an environment of its own, since the program needs no torch. Where python3 has no build of torch,
# name another: make train TRAIN_PYTHON=python3.11
TRAIN := .venv-train
TRAIN_PYTHON ?= python3
TRAIN_OUT ?= build/train

$(TRAIN)/.ready: training/requirements.lock
	$(TRAIN_PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip --disable-pip-version-check --quiet install torch==2.13.0
	$(TRAIN)/bin/python -m pip --disable-pip-version-check --quiet $(FROM_LOCK) -r training/requirements.lock
	@touch $@

train: install $(TRAIN)/.ready
	$(TRAIN)/bin/python training/train.py data/authored $(TRAIN_OUT)
	$(TRAIN)/bin/python training/export.py $(TRAIN_OUT)/model.pt src/dragoman/code/weights
	$(RUN) training/finish.py data/authored $(TRAIN_OUT)/log.json

docs: $(VENV)/.dev
	$(RUN) docs/refresh.py
	$(RUN) -m pytest tests/test_docs.py

# Hashes of the wheels of all platforms, no addresses: see docs/decisions/2026-11-23-lock-file.md.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.12 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --extra build

lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	cd training && uv pip compile requirements.in --universal --python-version 3.11 --generate-hashes --no-deps \
		--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) $(TRAIN)
