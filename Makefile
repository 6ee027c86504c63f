.DEFAULT_GOAL := help
.PHONY: help run test check fix bench check-postgres

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "make %-16s %s\n", $$1, $$2 }'

run: ## start the demo server with sample conversations
	./parlance demo

test: ## compile and run the tests
	./mvnw test

check: ## everything a change must pass: compiler checks, tests, format, style
	./mvnw verify

fix: ## format the sources
	./mvnw -q spotless:apply

bench: ## measure the server on this machine
	bench/run

check-postgres: ## run the checks on another server: make check-postgres URL=postgresql://user:password@host/database
	@test -n "$(URL)" || { echo "usage: make check-postgres URL=postgresql://user:password@host/database" >&2; exit 2; }
	PARLANCE_TEST_DATABASE_URL='$(URL)' ./mvnw verify
