package dev.engine.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many characters a text may have, for the OpenAPI document. The domain checks it; the test of
 * the resource sends a text of the greatest length and one that is longer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Length {

  /** Fewest characters; from 1 on, the text must not be blank either. */
  int min() default 1;

  /** Most characters. */
  int max();
}
