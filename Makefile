# Everything here runs in .venv, which is made at the first use and again when pyproject.toml changes.

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
READY := $(VENV)/.ready

.DEFAULT_GOAL := run
.PHONY: run test lint bench clean

run: $(READY)
	@$(BIN)/python -m routine_app

test: lint
	@$(BIN)/python -m pytest

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
