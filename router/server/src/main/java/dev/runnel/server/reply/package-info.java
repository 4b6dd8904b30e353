/** Stop 9: which answer does the caller get? */
@NullMarked
package dev.runnel.server.reply;

import org.jspecify.annotations.NullMarked;
