# make site   website, PDFs and data into site/
# make test   all that CI runs
# make serve  live preview          make check  an editor's quick check, and ids for completion
# make practice  the invented briefing in build/practice, to follow the guide in; made anew each time
# make test-engines  the pages under Zensical, the successor of MkDocs
# make attack all that strangers may write, in every text there is: some minutes
# make fuzz   what chance makes of files, repositories and requests; SEED and SECONDS choose
# make bench  measurements          make lock   pin the newest versions (needs uv)
# make sbom   what the site is made with, as a CycloneDX bill in build/sbom.cdx.json
# make golden write the golden files of the tests anew, to be read before they are committed
#
# PYTHON=python3.12 chooses the Python (3.11 or newer) that .venv is made from,
# CHROMIUM=/path/to/chromium the browser of the browser tests: Debian's chromium-headless-shell, else chromium.

PYTHON ?= python3
# The shell without a window draws the same, and the tests end half a minute sooner.
BROWSERS := /usr/bin/chromium-headless-shell /usr/bin/chromium
CHROMIUM ?= $(firstword $(wildcard $(BROWSERS)) $(BROWSERS))
VENV := .venv
RUN := $(VENV)/bin/python -m
BRIEFING := $(VENV)/bin/briefing

# Only wheels, and only those whose hash is written down: nothing is built, nothing is guessed.
INSTALL := $(RUN) pip install --quiet --disable-pip-version-check
PINNED := $(INSTALL) --require-hashes --no-deps --only-binary :all:
COMPILE := uv pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --custom-compile-command 'make lock'

# Another active environment must not leak into ours.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX
export CHROMIUM
# Known and decided: Material announces its end of support on every run.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: site test test-engines attack fuzz serve check practice bench golden lock sbom chromium moved

site: $(VENV)/installed
	$(BRIEFING) build

serve: $(VENV)/installed
	$(BRIEFING) serve

check: $(VENV)/installed
	$(BRIEFING) check; status=$$?; $(BRIEFING) schema && exit $$status

# A repository of its own, with an editor of its own: what is done there reaches nobody.
practice: PRACTICE := build/practice
practice: $(VENV)/installed
	@rm -rf $(PRACTICE) && mkdir -p $(PRACTICE)
	@cp -R tests/fixture/content $(PRACTICE)
	@ln -s "$(CURDIR)/$(VENV)" $(PRACTICE)/$(VENV)
	@git init --quiet --initial-branch main $(PRACTICE)
	@echo $(VENV) >> $(PRACTICE)/.git/info/exclude
	@cd $(PRACTICE) && git config user.name editor && git config user.email editor@example.org && \
		git config commit.gpgsign false && git add content && git commit --quiet --message 'as it was'

test: $(VENV)/installed-test chromium
	$(RUN) ruff check
	$(RUN) ruff format --check
	@echo "types, imports and tests, side by side"
	@{ $(RUN) mypy generator $(wildcard site_config/*.py) && $(VENV)/bin/lint-imports; } & types=$$!; \
		$(RUN) pytest --numprocesses auto --dist loadgroup; tests=$$?; \
		wait $$types && exit $$tests

# Another engine has packages of its own, which differ from ours.
test-engines: $(VENV)/installed-test $(VENV)/engines/installed
	ZENSICAL=$(CURDIR)/$(VENV)/engines/bin/zensical $(RUN) pytest tests/engines

attack: $(VENV)/installed-test chromium
	ATTACK=all $(RUN) pytest --quiet --numprocesses auto --dist loadgroup tests/hostile

# An hour at night; what is found is kept in build/fuzz.
SEED ?= 1
SECONDS ?= 60
fuzz: $(VENV)/installed-test
	$(RUN) tests.fuzz --seed "$(SEED)" --seconds "$(SECONDS)"

golden: $(VENV)/installed-test
	rm -rf tests/golden
	GOLDEN=write $(RUN) pytest --quiet -k golden tests/render/test_golden.py tests/render/test_charts.py

bench: $(VENV)/installed-test
	$(RUN) pytest --capture no tests/bench

# Set-up. A stamp in .venv says what is installed; other packages wanted means starting afresh.
$(VENV)/runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is not Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "setting up $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(VENV) || \
		{ echo "python venv is needed: on Debian, apt-get install python3-venv" >&2; exit 1; }
	@echo "installing requirements.txt"
	@$(PINNED) --requirement requirements.txt
	@pwd -P > $(VENV)/place
	@touch $@

$(VENV)/installed: $(VENV)/runtime pyproject.toml
	@$(INSTALL) --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed requirements-test.txt
	@echo "installing requirements-test.txt"
	@$(PINNED) --requirement requirements-test.txt
	@touch $@

$(VENV)/engines/installed: $(VENV)/runtime requirements-engines.txt
	@echo "installing requirements-engines.txt"
	@$(RUN) venv --clear $(VENV)/engines
	@$(VENV)/engines/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes --no-deps --only-binary :all: --requirement requirements-engines.txt
	@touch $@

# A .venv names its own folder: one that was moved, copied or has lost its Python starts afresh.
ifneq ($(shell $(VENV)/bin/python -c '' 2>/dev/null && cat $(VENV)/place),$(CURDIR))
$(VENV)/runtime: moved
endif

chromium:
	@if ! command -v "$(CHROMIUM)" && [ "$(CHROMIUM) $$(id -u)" = "$(firstword $(BROWSERS)) 0" ] && \
			command -v apt-get; then \
		echo "installing $(notdir $(CHROMIUM)) with apt-get, for the browser tests" >&2; \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
			apt-get -qq install --yes --no-install-recommends $(notdir $(CHROMIUM)); \
	fi >/dev/null
	@command -v "$(CHROMIUM)" >/dev/null || \
		{ echo "no $(CHROMIUM): install Debian's $(notdir $(firstword $(BROWSERS))), or make CHROMIUM=/path" >&2; exit 1; }

sbom: $(VENV)/runtime
	@mkdir -p build
	$(VENV)/bin/python .ci/sbom.py > build/sbom.cdx.json

lock:
	$(COMPILE) pyproject.toml --group build --output-file requirements.txt
	$(COMPILE) --group test --constraint requirements.txt --output-file requirements-test.txt
	$(COMPILE) --group engines --output-file requirements-engines.txt
