# make demo   codes samples/ and opens them as a page          make check     style, types and the rooms' contract
# make test   check, then every test                          make evaluate  every figure beside its floor
# make bench  speed, memory and cold start                    make docs      what the documents' commands print, written anew
# make fuzz   odd input at every door, an hour in all
# make wheel  the package as one file below 60 MB             make clean     removes what these commands made
# make compiled  the same with coding as machine code, for this machine and this Python; needs a C compiler and some minutes
# Each command makes its own environment in .venv, with the first Python of 3.11 to 3.13 that it finds (or PYTHON=…).

SHELL := bash
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
GOLD := ../shared/gold
DEMO := build/demo
COMPILED := build/wheel
PAGE := src/gesta/api/page/index.html
WORKERS ?= 2
SAMPLE := samples/01-meridian-courier-overnight-shelling.md

# What one of the many processes that the tests start has compiled, the next need not.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: page demo test check evaluate bench fuzz docs wheel compiled clean

demo: page .venv/gesta
	@mkdir -p $(DEMO)
	$(BIN)/gesta code samples > $(DEMO)/records.jsonl
	$(BIN)/gesta report samples -o $(DEMO)/page.html
	$(BIN)/gesta show $(SAMPLE) | head -n 45
	@rm -f $(DEMO)/samples.gesta*
	$(BIN)/gesta ingest samples --store $(DEMO)/samples.gesta
	$(BIN)/gesta incidents --store $(DEMO)/samples.gesta --type ASSAULT
	$(BIN)/gesta incident $$($(BIN)/gesta incidents --store $(DEMO)/samples.gesta --sort=-reports --limit 1 --format json | cut -d'"' -f4) \
	  --store $(DEMO)/samples.gesta | sed -n '1,/^Wounded/p'
	@echo
	@echo "store:   $(DEMO)/samples.gesta (gesta incidents | claims | figures | timeline --store $(DEMO)/samples.gesta)"
	@echo "records: $(DEMO)/records.jsonl"
	@echo "page:    $(DEMO)/page.html (open it in a browser; it needs no network)"
	@if [ -t 1 ]; then $(BIN)/gesta serve --store $(DEMO)/samples.gesta --port 0 --open; \
	else $(BIN)/gesta serve --store $(DEMO)/samples.gesta --port 0 --check; fi

# The tests of one file share stores, servers and models, so they stay in one of the processes (WORKERS=4 for more).
test: page check
	$(BIN)/pytest -q -n $(WORKERS) --dist loadfile

check: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

evaluate: .venv/dev
	@if [ -d $(GOLD)/../data ]; then $(BIN)/gesta evaluate --data $(GOLD)/../data; \
	else $(BIN)/gesta evaluate neutral; echo "left out: no corpora beside this folder, so the rest is not scored"; fi

bench: .venv/gesta
	$(BIN)/python benchmarks/throughput.py

fuzz: .venv/dev
	$(BIN)/python -m fuzz --minutes 4

docs: .venv/dev
	$(BIN)/python tests/console_blocks.py README.md docs/ask.md docs/codebook.md
	$(BIN)/gesta codebook docs docs/codebook

wheel: .venv/dev
	rm -rf dist
	$(BIN)/pip wheel -q --no-deps --wheel-dir dist .
	@ls -l dist/*.whl
	@test $$(cat dist/*.whl | wc -c) -lt 60000000 || { echo "the wheel is larger than 60 MB"; exit 1; }

# Where a compiled module is, Python takes it and not its source: so the tests of coding, of what it looks up and of reading, and a comparison of
# records, run on what was built.
compiled: .venv/dev
	rm -rf $(COMPILED)
	GESTA_COMPILED=1 $(BIN)/pip wheel -q --no-deps --wheel-dir $(COMPILED) .
	$(BIN)/python -m zipfile -e $(COMPILED)/*.whl $(COMPILED)/site
	PYTHONPATH=$(COMPILED)/site $(BIN)/python -c 'from gesta.coding import assemble; assert not assemble.__file__.endswith(".py")'
	$(BIN)/pytest -q tests/coding tests/codebook tests/reading -o pythonpath="$(COMPILED)/site ."
	$(BIN)/gesta code samples tests/articles > $(COMPILED)/python.jsonl
	PYTHONPATH=$(COMPILED)/site $(BIN)/gesta code samples tests/articles > $(COMPILED)/compiled.jsonl
	cmp $(COMPILED)/python.jsonl $(COMPILED)/compiled.jsonl
	@mkdir -p dist && mv $(COMPILED)/*.whl dist && ls -l dist/*.whl

# The web page, by npm where there is one; without it `gesta serve` has the API alone.
page: $(PAGE)
$(PAGE): $(shell find web -maxdepth 1 -type f) $(shell find web/src web/public -type f) $(addprefix src/gesta/render/data/,palette.css world.json.gz)
	@if command -v npm >/dev/null; then (cd web && npm ci --silent --no-audit --no-fund && npm run --silent build >/dev/null); \
	else echo "left out: no npm here, so the web page is not built"; fi

.venv/gesta: pyproject.toml
	@test -n "$(PYTHON)" || { echo "gesta needs Python 3.11, 3.12 or 3.13; none was found (PYTHON=… names one)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

.venv/dev: .venv/gesta
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv build dist
