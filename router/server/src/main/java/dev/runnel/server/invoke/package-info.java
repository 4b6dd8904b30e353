/** Stop 8: call one function safely, wherever it lives. */
@NullMarked
package dev.runnel.server.invoke;

import org.jspecify.annotations.NullMarked;
