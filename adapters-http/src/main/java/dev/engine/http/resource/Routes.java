package dev.engine.http.resource;

import dev.engine.http.api.Operation;
import java.util.List;

/** The operations of one resource. */
interface Routes {

  /** Every operation, in the order of the document. */
  List<Operation> operations();
}
