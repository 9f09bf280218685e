/** People: the address book, and how it is read from and written to files. */
@NullMarked
package dev.engine.services.contact;

import org.jspecify.annotations.NullMarked;
