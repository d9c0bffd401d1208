# Everything here runs in .venv, which is made at the first use and again when pyproject.toml changes.

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready

.DEFAULT_GOAL := run
.PHONY: run quick test engines measure lint bench clean

run: $(READY)
	@$(BIN)/python -m routine_app

# Python keeps what it compiled: each worker and each program that a test starts would do it again.
unexport PYTHONDONTWRITEBYTECODE

PYTEST := $(BIN)/python -m pytest
# Each worker takes one file after the other; where one hangs or dies, the run ends and says in which test.
SIDE_BY_SIDE := --dist loadfile --max-worker-restart 0

# Style, types, and all tests that need neither a browser nor real time.
quick: lint
	@$(PYTEST) -n auto $(SIDE_BY_SIDE) -m "not browser and not engines and not measured"

# Everything but what measures the machine. Two browsers at once, however many cores there are: one leaves a third of two idle.
test: quick
	@$(PYTEST) -n 2 $(SIDE_BY_SIDE) -m "browser and not measured"

# Whole journeys in Firefox and WebKit. Two browsers at once, each with the next test, wherever that stands.
engines: $(READY)
	@$(PYTEST) -n 2 --max-worker-restart 0 -m engines

# What measures the machine: alone, with nothing beside it.
measure: $(READY)
	@$(PYTEST) -m measured

lint: $(READY)
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

bench: $(READY)
	@$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml scripts/set_up.sh
	@sh scripts/set_up.sh $(VENV) $(BIN)
	@touch $@
