/** The use cases: one class per thing that is looked after, over the ports of the domain. */
@NullMarked
package dev.engine.services;

import org.jspecify.annotations.NullMarked;
