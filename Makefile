# Each target makes its own environment in .venv; nothing else is needed but Python 3.11 or newer, git and make.
PYTHON ?= python3
BIN := .venv/bin
ALL := .venv/.all

.PHONY: site serve test check format bench clean

site: $(ALL) ## build the site into site/
	$(BIN)/agendakit check --strict
	$(BIN)/agendakit build --strict

serve: $(ALL) ## build the site and show it at http://127.0.0.1:8000/
	$(BIN)/agendakit serve

test: $(ALL) ## run all tests, some of them in a browser
	.ci/programs
	$(BIN)/python -m pytest -n auto

check: $(ALL) ## lint, types, layers, schemas and the repository's own catalogue
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy --config-file tests/mypy.ini tests
	$(BIN)/lint-imports
	$(BIN)/agendakit schema --check
	$(BIN)/agendakit check --strict

format: $(ALL) ## mend what the linter and the formatter can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(ALL) ## measure speed against other tools, as ratios
	$(BIN)/python -m bench

clean: ## remove the environment and what was built
	rm -rf .venv site .cache

$(ALL): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "agendakit needs Python 3.11 or newer; name one with: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[site,lsp,papers]' --group dev
	touch $@
