# make chat    set up, ingest the bundled samples if there is no index yet, open the chat
# make test    set up and run every check
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
export OMP_WAIT_POLICY ?= passive

.PHONY: chat test install install-dev system clean

chat: install
	$(BIN)/sanad chat

# The page is tested by itself: a browser that waits for a core is no fault of the page. The coverage is told by a process of
# its own, which has no model in its memory and takes a tenth of the time.
test: install-dev system
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not browser" --numprocesses auto --maxprocesses 4 --dist loadfile --cov --cov-report=
	$(BIN)/pytest -m browser --cov --cov-append --cov-report=
	$(BIN)/coverage report

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

# torch comes first, so that a CPU build offered by your pip configuration is taken and nothing pulls another one in.
$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet "pip==25.3"
	$(BIN)/python -m pip install --quiet -c constraints.txt torch
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[dev]"
	touch $@

# The browser tests drive the system's Chromium, and scans are read by the system's Tesseract; without apt, install them by
# hand or the tests that need them are skipped.
system:
	@{ command -v chromium && command -v tesseract; } >/dev/null || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	  && apt-get update -qq \
	  && apt-get install -y -qq chromium fonts-noto-core tesseract-ocr tesseract-ocr-fra tesseract-ocr-ara; } \
	  || echo "chromium or tesseract is not installed: the tests that need them will be skipped"

clean:
	rm -rf $(VENV) index
