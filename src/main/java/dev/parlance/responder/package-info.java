/// Where a tenant's contacts get their answers from: from outside by our API, from an address of the tenant's, or from
/// a
/// language model. What cannot be answered is shown to people.
@NullMarked
package dev.parlance.responder;

import org.jspecify.annotations.NullMarked;
