# Every target is one command of tools/dev.py, which sets up what is missing; without make: python tools/dev.py test
# make installer KINDS="msi setup" makes those named; without it those of this system.
# make pictures ALL=FOLDER says where all pictures of all pages go; without it out/pictures.
.DEFAULT_GOAL := help
.PHONY: help run test check pictures bench soak catalogues lock bundle installer test-installers

help:
	@python3 tools/dev.py

run test check pictures bench soak catalogues lock bundle installer test-installers:
	@python3 tools/dev.py $@ $(if $(ALL),--all $(ALL)) $(KINDS)
