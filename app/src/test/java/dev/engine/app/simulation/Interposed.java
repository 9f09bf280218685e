package dev.engine.app.simulation;

import dev.engine.domain.Storage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Ports in whose way something may come, before and after each call. */
final class Interposed {

  private Interposed() {}

  /** What comes in the way. */
  interface Crossing {

    /**
     * A call is about to be made, or has just been answered.
     *
     * @param call the port and its method, such as {@code before WorkerQueue.claim}
     */
    void cross(String call);
  }

  /** All ports of {@code real}. */
  static Storage over(Storage real, Crossing crossing) {
    return proxied(
        Storage.class,
        (proxy, method, arguments) -> {
          Object port = call(real, method, arguments);
          return port instanceof Storage other
              ? over(other, crossing)
              : port(method.getReturnType(), port, crossing);
        });
  }

  /** The port {@code real}. */
  static <T> T over(Class<T> type, T real, Crossing crossing) {
    return port(type, real, crossing);
  }

  private static <T> T port(Class<T> type, @Nullable Object real, Crossing crossing) {
    return proxied(
        type,
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return call(real, method, arguments);
          }
          String name = type.getSimpleName() + "." + method.getName();
          crossing.cross("before " + name);
          Object answer = call(real, method, arguments);
          crossing.cross("after " + name);
          return answer;
        });
  }

  private static <T> T proxied(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Interposed.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
      @Nullable Object real, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }
}
