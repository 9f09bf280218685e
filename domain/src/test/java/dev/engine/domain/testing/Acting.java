package dev.engine.domain.testing;

import dev.engine.domain.Storage;
import dev.engine.domain.journal.Actor;
import dev.engine.domain.journal.InMemoryJournal;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A view of a store of fakes through which everything is done in somebody's name. */
final class Acting implements InvocationHandler {

  private final Object target;
  private final Actor actor;
  private final InMemoryJournal journal;

  private Acting(Object target, Actor actor, InMemoryJournal journal) {
    this.target = target;
    this.actor = actor;
    this.journal = journal;
  }

  static Storage over(InMemoryStorage storage, Actor actor, InMemoryJournal journal) {
    return Storage.class.cast(view(Storage.class, storage, actor, journal));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("as")) {
      return method.invoke(target, arguments);
    }
    try {
      Object result = journal.as(actor, () -> method.invoke(target, arguments));
      boolean isPort = target instanceof Storage;
      return isPort ? view(method.getReturnType(), result, actor, journal) : result;
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static Object view(Class<?> type, Object target, Actor actor, InMemoryJournal journal) {
    return Proxy.newProxyInstance(
        Acting.class.getClassLoader(), new Class<?>[] {type}, new Acting(target, actor, journal));
  }
}
