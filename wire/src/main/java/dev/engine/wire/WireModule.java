package dev.engine.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.engine.domain.journal.Facts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.Serializers;

/**
 * Has Jackson write the values in the records of this package: those of {@link WireText} as one
 * string, the facts of an event as the JSON that they are.
 */
public final class WireModule extends JacksonModule {

  private final UnaryOperator<String> form;

  /**
   * A module that writes each text in a form of its own.
   *
   * @param form makes what is written of a text
   */
  public WireModule(UnaryOperator<String> form) {
    this.form = form;
  }

  @Override
  public String getModuleName() {
    return WireModule.class.getName();
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new Values(new Texts(form), new RawFacts()));
  }

  private record Values(Texts texts, RawFacts facts) implements Serializers {

    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value format) {
      return of(type.getRawClass());
    }

    @Override
    public @Nullable ValueSerializer<?> findEnumSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.Value format) {
      return of(type.getRawClass());
    }

    private @Nullable ValueSerializer<?> of(Class<?> type) {
      if (type == Facts.class) {
        return facts;
      }
      return WireText.isText(type) ? texts : null;
    }
  }

  private static final class Texts extends ValueSerializer<Object> {

    private final UnaryOperator<String> form;

    private Texts(UnaryOperator<String> form) {
      this.form = form;
    }

    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString(form.apply(WireText.of(value)));
    }
  }

  private static final class RawFacts extends ValueSerializer<Facts> {

    @Override
    public void serialize(Facts facts, JsonGenerator out, SerializationContext context) {
      out.writeRawValue(facts.json());
    }
  }
}
