# Everything happens in .venv; nothing is installed elsewhere, except Debian packages when you are
# root and one is missing (python3-venv, chromium). Plain `make` lists the commands.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := uv>=0.13,<1
INSTALL := $(BIN)/uv pip install --quiet --python $(BIN)/python

# Compiled bytecode makes the first page three times faster. Libraries' own tests, a quarter of
# everything, and the tools for developers are left to whoever imports them.
COMPILE := $(BIN)/python -m compileall -qq -j 0 -x '/tests/' $(VENV)/lib
unexport PYTHONDONTWRITEBYTECODE
export UV_NO_PROGRESS := 1
export DEBIAN_FRONTEND := noninteractive

.DEFAULT_GOAL := help
.PHONY: help run test benchmark check layout types imports sql fix lock hooks clean browser postgresql

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

run: $(VENV)/.installed ## install what is missing and open the dashboard on the sample programme
	@[ -n "$$NETAUDIT_WORKSPACE" ] || ls -d workspace/imports/* >/dev/null 2>&1 \
	    || $(BIN)/netaudit import data/sample
	@$(BIN)/netaudit serve $(if $(PORT),--port $(PORT))

test: $(VENV)/.installed-dev browser ## run every test, in a real browser too
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

benchmark: $(VENV)/.installed-benchmark ## time netaudit against other ways to compute the same
	@$(BIN)/netaudit benchmark $(OPTIONS)

check: $(VENV)/.installed-dev ## check layout, types, the order of imports and the SQL
	@$(MAKE) --no-print-directory --jobs=2 --keep-going --output-sync layout types imports sql

layout:
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

types:
	@$(BIN)/mypy

imports:
	@$(BIN)/lint-imports --no-logo

sql:
	@$(BIN)/sqlfluff lint --disable-progress-bar src/netaudit/definitions/sql

fix: $(VENV)/.installed-dev ## mend what can be mended by machine
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/sqlfluff fix --quiet --disable-progress-bar src/netaudit/definitions/sql

lock: $(VENV)/.uv ## choose the newest allowed versions and write both locks
	@$(BIN)/uv lock --quiet --upgrade
	@$(BIN)/uv export --quiet --no-emit-project --no-dev -o requirements.lock
	@$(BIN)/uv export --quiet --no-emit-project --group dev -o requirements-dev.lock
	@$(BIN)/uv export --quiet --no-emit-project --no-dev --group benchmark -o requirements-benchmark.lock

hooks: $(VENV)/.installed-dev ## run `make check` before every commit
	@$(BIN)/pre-commit install

clean: ## remove .venv and everything that was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# The hashes in the locks are checked for every package.
$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/.uv
	@echo "Installing netaudit into $(VENV) …"
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps -e .
	@$(COMPILE) || true  # a file for another Python does no harm
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the tools for developers …"
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.installed-benchmark: requirements-benchmark.lock $(VENV)/.installed
	@echo "Installing what the benchmark compares with …"
	@$(INSTALL) --require-hashes -r requirements-benchmark.lock
	@touch $@

$(VENV)/.uv: | $(BIN)/python
	@[ -x $(BIN)/uv ] || $(BIN)/python -m pip install --quiet --disable-pip-version-check "$(UV_VERSION)"
	@touch $@

# Debian's python3 comes without the part that makes environments.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "netaudit needs Python 3.11 or newer: install python3." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "netaudit needs Python 3.11 or newer: make PYTHON=python3.12 run" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	        echo "Installing Debian's python3-venv …"; \
	        apt-get -qq update && apt-get -qq install -y --no-install-recommends python3-venv >/dev/null; \
	    else \
	        echo "Python's venv module is missing: sudo apt install python3-venv" >&2; exit 1; \
	    fi; }
	@$(PYTHON) -m venv $(VENV)

# Tests of the ledger use it where it is there, and are skipped where it is not. Its package starts
# a server of its own, so it comes only when asked for.
postgresql:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
	    echo "Installing Debian's postgresql …"; \
	    apt-get -qq update && apt-get -qq install -y --no-install-recommends postgresql >/dev/null; } \
	    || echo "No PostgreSQL here: the tests that need one are skipped."

# Debian's own Chromium where it can be had, Playwright's copy elsewhere. libatomic1 is what
# Playwright itself needs and a small Debian lacks.
browser: $(VENV)/.installed-dev
	@{ command -v chromium && $(BIN)/playwright --version; } >/dev/null 2>&1 || { \
	    if [ "$$(id -u)" = 0 ] && grep -q '^ID=debian' /etc/os-release 2>/dev/null; then \
	        echo "Installing Debian's chromium …"; \
	        apt-get -qq update && apt-get -qq install -y chromium libatomic1 >/dev/null; \
	    else \
	        $(BIN)/playwright install chromium; \
	    fi; }
