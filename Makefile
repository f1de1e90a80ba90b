# make chat    set up, ingest the bundled samples if there is no index yet, open the chat
# make test    set up and run every check
# make coverage   run the tests once more and show which lines they never reach; takes several times as long
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
export OMP_WAIT_POLICY ?= passive

# Half of what the tests start are processes of their own: each would compile the sources anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: chat test coverage checks static suite browser install install-dev system clean

chat: install
	@$(BIN)/sanad chat

test:
	$(MAKE) --jobs=2 checks

# What is installed and what is checked without running it goes on beside the tests.
checks: static browser

static: install-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy

suite: install-dev system
	$(BIN)/pytest -m "not browser" $(ON_ALL_CORES)

# The page is tested by itself: a browser that waits for a core is no fault of the page.
browser: suite
	$(BIN)/pytest tests/e2e

# The coverage is told by a process of its own, which has no model in its memory and takes a tenth of the time.
coverage: install-dev system
	$(BIN)/pytest -m "not browser" $(ON_ALL_CORES) --cov --cov-report=
	$(BIN)/pytest tests/e2e --cov --cov-append --cov-report=
	$(BIN)/coverage report

# Files that need the embedding model come first (tests/conftest.py), so that no core waits for another at the end.
ON_ALL_CORES = --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

$(VENV)/.installed: pyproject.toml constraints.txt
	$(call set-up,.)
	@touch $@

# The tests start hundreds of processes, several at once: what they use is compiled before, on all cores.
$(VENV)/.installed-dev: pyproject.toml constraints.txt
	$(call set-up,".[dev]")
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib || true
	@touch $(VENV)/.installed $@

# torch comes first, so that a CPU build offered by your pip configuration is taken and nothing pulls another one in. Compiling
# all of it would take longer than installing it: the chat compiles the tenth that it uses when it first starts.
define set-up
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Sanad needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)")'
@echo "Setting up $(VENV): once, for a few minutes, 2 GB on disk."
@$(PYTHON) -m venv $(VENV)
@$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip==25.3"
@echo "  1 of 2: PyTorch"
@$(BIN)/python -m pip install --quiet --no-compile -c constraints.txt torch
@echo "  2 of 2: Sanad and everything else it needs"
@$(BIN)/python -m pip install --quiet --no-compile -c constraints.txt -e $(1)
endef

# The browser tests drive the system's Chromium, and scans are read by the system's Tesseract; without apt, install them by
# hand or the tests that need them are skipped, which CI does not accept.
system:
	@{ command -v chromium && command -v tesseract; } >/dev/null || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	  && apt-get update -qq \
	  && apt-get install -y -qq chromium fonts-noto-core tesseract-ocr tesseract-ocr-fra tesseract-ocr-ara; } \
	  || { echo "chromium or tesseract is not installed: the tests that need them will be skipped"; [ "$$CI" != true ]; }

clean:
	rm -rf $(VENV) index
