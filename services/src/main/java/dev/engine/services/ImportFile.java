package dev.engine.services;

import java.util.List;
import java.util.SortedSet;

/**
 * A file that was taken apart.
 *
 * @param records in the order of the file
 * @param leftOut see {@link ImportReport#leftOut}
 */
record ImportFile(List<ImportRecord> records, SortedSet<String> leftOut) {}
