# The two commands of the README, and what they stand on. `make` alone says what there is.

.PHONY: help run test core docs lock clean
.DEFAULT_GOAL := help

BIN := .venv/bin

help:  ## Say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/run  ## Load the national record and print where the nation stands
	@$(BIN)/areasend load
	@$(BIN)/areasend national

test: .venv/dev  ## Lint, imports, types, docs and every test, on SQLite and on PostgreSQL
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	AREASEND_DATABASE=:memory: $(BIN)/python -m django makemigrations --check --dry-run --settings areasend.config.settings
	$(BIN)/python docs/generate.py --check
	$(BIN)/pytest --cov --cov-report= --cov-fail-under=0
	$(BIN)/pytest --database postgresql --cov --cov-append --cov-report=term:skip-covered

core: .venv/dev  ## The domain's tests alone, in seconds
	$(BIN)/pytest tests/domain

docs: .venv/dev  ## Write the generated pages of docs/ again
	$(BIN)/python docs/generate.py

lock: .venv/dev  ## Choose versions again and write the locks
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra install pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra install --extra dev pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 -c requirements-dev.txt --group postgresql -o requirements-postgresql.txt

clean:  ## Remove what set-up made
	rm -rf .venv

.venv/run: requirements.txt pyproject.toml
	@bin/setup requirements.txt run

.venv/dev: requirements-dev.txt pyproject.toml
	@bin/setup requirements-dev.txt dev
