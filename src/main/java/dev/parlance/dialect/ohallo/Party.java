package dev.parlance.dialect.ohallo;

import dev.parlance.query.Contacts;

/// A contact, and whether a person chose its company.
record Party(Contacts.Kept kept, boolean linked) {}
