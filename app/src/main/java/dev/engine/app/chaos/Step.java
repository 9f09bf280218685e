package dev.engine.app.chaos;

import java.util.function.Consumer;

/**
 * One use case of a script: wholly done when it returns, or not at all.
 *
 * @param name for people, such as {@code offer}
 */
record Step(String name, Consumer<Scene> action) {

  void run(Scene scene, int number) {
    scene.begin(number);
    action.accept(scene);
  }
}
