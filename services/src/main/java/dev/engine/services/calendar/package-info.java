/** When schedules are due, in every zone and over every change of a clock. */
@NullMarked
package dev.engine.services.calendar;

import org.jspecify.annotations.NullMarked;
