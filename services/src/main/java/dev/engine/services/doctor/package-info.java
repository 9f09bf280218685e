/**
 * What the doctor looks at: each check finds that all is well, or what is wrong and how it is
 * mended.
 */
@NullMarked
package dev.engine.services.doctor;

import org.jspecify.annotations.NullMarked;
