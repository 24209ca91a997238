# `make run` serves the pages, `make test` runs every test, `make check` lints and types.
# Needed: make and Python 3.11 or newer. Everything else, Node included, is installed into .venv and node_modules.

# Resolved here, before .venv comes first on PATH.
PYTHON := $(or $(PYTHON),$(shell command -v python3),python3)
# Not ?=: some shells and toolchains export a HOST of their own.
HOST := 127.0.0.1
PORT ?= 8000
VENV := .venv
# Trust whom this machine trusts, as pip does: Node and uv bring their own list otherwise.
export NODE_USE_SYSTEM_CA ?= 1
export UV_SYSTEM_CERTS ?= 1
export PATH := $(CURDIR)/$(VENV)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

UV_LOCK := uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

.DEFAULT_GOAL := help
.PHONY: help run test check format bench figures lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | while IFS= read -r line; do \
		printf '  make %-8s %s\n' "$${line%%:*}" "$${line#*## }"; done

run: $(VENV)/runtime ## Serve the pages; HOST=127.0.0.1 PORT=8000 say where
	@python -m app --host $(HOST) --port $(PORT)

test: $(VENV)/development ## Run every test: Python, JavaScript, browser
	coverage erase
	coverage run -m pytest -n 2 --dist worksteal --ignore=tests/browser
	coverage combine --quiet
	coverage report
	node --test 'tests/js/**/*.test.js'
	browser=$$(python scripts/find_browser.py) && KERNELWALK_BROWSER="$$browser" pytest -n 2 --dist worksteal tests/browser

check: $(VENV)/development node_modules/.installed ## Formatting, lint, types, import directions
	ruff format --check .
	ruff check .
	mypy
	lint-imports
	eslint .
	prettier --log-level warn --check .
	tsc
	tsc --project tsconfig.pure.json

format: $(VENV)/development node_modules/.installed ## Rewrite the files in the house format
	ruff check --fix .
	ruff format .
	eslint --fix .
	prettier --log-level warn --write .

bench: $(VENV)/development ## Measure speed beside what one would use instead
	browser=$$(python scripts/find_browser.py) && KERNELWALK_BROWSER="$$browser" python -m benchmarks

figures: $(VENV)/development ## Let the program draw the README's film and picture of itself
	python -m scripts.figures

lock: $(VENV)/development ## Recompute the lock files after a change of pyproject.toml or package.json
	$(UV_LOCK) --output-file requirements.txt pyproject.toml
	$(UV_LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	npm install --package-lock-only

clean: ## Remove everything that the other targets made
	rm -rf $(VENV) node_modules .coverage .coverage.* .*_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/runtime: requirements.txt
	@sh scripts/install.sh '$(PYTHON)' $(VENV) $<
	@touch $@

$(VENV)/development: requirements-dev.txt
	@sh scripts/install.sh '$(PYTHON)' $(VENV) $<
	@touch $@ $(VENV)/runtime

node_modules/.installed: package-lock.json package.json | $(VENV)/development
	npm ci
	@touch $@
