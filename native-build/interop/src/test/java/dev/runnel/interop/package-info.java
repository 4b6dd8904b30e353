/**
 * The router between programs that others wrote: the CloudEvents SDKs as senders, and a broker that
 * behaves as Knative's.
 */
@NullMarked
package dev.runnel.interop;

import org.jspecify.annotations.NullMarked;
