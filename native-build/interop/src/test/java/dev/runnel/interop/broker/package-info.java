/**
 * A broker in the small, as a subscriber of Knative's sees it: it delivers over HTTP, redelivers by
 * the table of Knative's data plane specification, takes replies back, and keeps dead letters.
 */
@NullMarked
package dev.runnel.interop.broker;

import org.jspecify.annotations.NullMarked;
