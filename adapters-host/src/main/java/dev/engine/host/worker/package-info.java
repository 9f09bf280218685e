/** Programs of workers on this machine: started, watched, ended, and what they leave behind. */
@NullMarked
package dev.engine.host.worker;

import org.jspecify.annotations.NullMarked;
