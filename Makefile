# Everything a newcomer needs: each target sets up what it uses. `make demo` and `make test` work on a fresh machine.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
BIN := .venv/bin
RUN := $(BIN)/leitstern

help: ## what can be done here
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/.runtime: requirements.lock pyproject.toml hatch_build.py
	@./scripts/bootstrap runtime
	@touch $@

.venv/.dev: .venv/.runtime
	@./scripts/bootstrap dev
	@touch $@

setup: .venv/.dev ## runtime and development tools in .venv

demo: .venv/.runtime ## the example company in the browser (PORT=8000 to choose the port)
	@$(RUN) demo $(if $(PORT),--port $(PORT))

demo-check: .venv/.runtime ## start the demo, look at its pages, stop it
	@$(RUN) demo --check

check: .venv/.dev ## format, lint, types, imports, dependencies, unused code, spelling
	@./scripts/check

test: .venv/.dev ## every test but the browser's, then the browser's
	@./scripts/test

e2e: .venv/.dev ## only the browser tests
	@$(BIN)/pytest -m e2e tests/e2e

attack: .venv/.dev ## whoever has all rosters attacks what a thousand companies publish (minutes)
	@COMPANIES=1000 $(BIN)/pytest -q tests/core/inside/test_anonymity.py

probe: .venv/.dev ## ask every operation of the interface for programs a hundred things of each kind (half an hour)
	@EXAMPLES=100 $(BIN)/pytest -q tests/app/api/test_contract.py

bench: .venv/.dev ## measure against floors and peers in one run; writes docs/benchmarks.md
	@$(BIN)/python -m tests.bench

bench-ways: .venv/.dev ## measure every form that contacts come in by; adds to docs/benchmarks.md
	@$(BIN)/python -m tests.bench.ways_in 1000000

bench-lake: .venv/.dev ## measure the lake at one, ten and fifty million contacts (half an hour); adds to docs/benchmarks.md
	@$(BIN)/python -m tests.bench.sized 1000000 10000000 50000000 --peer

docs: .venv/.dev ## regenerate the pages that are generated (OpenAPI, command reference, coverage)
	@$(BIN)/python -m tests.docs.generate

messages: .venv/.dev ## collect sentences for translation
	@cd src/leitstern/app && ../../../$(BIN)/django-admin makemessages -l de --no-obsolete --add-location file --settings leitstern.app.project.settings && ../../../$(BIN)/django-admin compilemessages -v 0 --settings leitstern.app.project.settings

lock: .venv/.dev ## pin what runs and what develops, with hashes and without addresses
	@./scripts/lock

.PHONY: help setup demo demo-check check test e2e attack probe bench bench-ways bench-lake docs messages lock
