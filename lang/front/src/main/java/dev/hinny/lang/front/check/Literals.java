package dev.hinny.lang.front.check;

import dev.hinny.lang.front.ArrayElement;
import dev.hinny.lang.front.Attribute;
import dev.hinny.lang.front.Expression;
import dev.hinny.lang.front.KeyName;
import dev.hinny.lang.front.ObjectEntry;
import dev.hinny.lang.front.TemplatePart;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts with holes, dates, objects, arrays. */
final class Literals {
    private static final Pattern DATE = Pattern.compile("-?\\d{4,}-\\d\\d-\\d\\d");
    private static final Pattern DATE_TIME = Pattern.compile("-?\\d{4,}-\\d\\d-\\d\\dT[\\d:.]+");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d[\\d:.]*");
    private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern ZONED = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)(\\[.*])?");

    private final Session session;

    Literals(Session session) {
        this.session = session;
    }

    /** The type of what stands between bars; Any in doubt. */
    static Type temporal(String text) {
        Type.Kind kind = null;
        if (text.startsWith("P") || text.startsWith("-P")) {
            kind = Type.Kind.PERIOD;
        } else if (ZONE.matcher(text).matches() || !text.isEmpty() && text.matches("[A-Za-z]+(/[A-Za-z_/]+)?")) {
            kind = Type.Kind.TIME_ZONE;
        } else if (DATE.matcher(text).matches()) {
            kind = Type.Kind.DATE;
        } else if (DATE_TIME.matcher(text).matches()) {
            kind = Type.Kind.LOCAL_DATE_TIME;
        } else if (TIME.matcher(text).matches()) {
            kind = Type.Kind.LOCAL_TIME;
        } else if (zoned(text, DATE_TIME)) {
            kind = Type.Kind.DATE_TIME;
        } else if (zoned(text, TIME)) {
            kind = Type.Kind.TIME;
        }
        return kind == null ? Type.ANY : new Type.Simple(kind);
    }

    private static boolean zoned(String text, Pattern before) {
        var matcher = before.matcher(text);
        return matcher.lookingAt()
                && ZONED.matcher(text.substring(matcher.end())).matches();
    }

    Type template(List<TemplatePart> parts, Scope scope) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Hole hole) {
                Type _ = session.expressions.infer(hole.value(), scope);
            }
        }
        return Type.STRING;
    }

    Type customTemplate(Expression.CustomTemplate template, Scope scope) {
        Declaration function = session.names.resolve(template.interpolator(), scope);
        Type _ = template(template.parts(), scope);
        return function != null && function.overloads().size() == 1
                ? function.overloads().get(0).result().get()
                : Type.ANY;
    }

    Type array(Expression.ArrayLiteral literal, Scope scope) {
        List<Type> items = new ArrayList<>();
        for (ArrayElement element : literal.elements()) {
            session.conditions.optional(element.condition(), scope);
            items.add(Types.widen(session.expressions.infer(element.value(), scope)));
        }
        return Types.limited(new Type.Array(Types.union(items)));
    }

    Type prepend(Expression.ArrayPrepend prepend, Scope scope) {
        Type head = Types.widen(session.expressions.infer(prepend.head(), scope));
        Type item = Generics.item(session.expressions.infer(prepend.tail(), scope));
        return new Type.Array(item == null ? Type.ANY : Types.union(head, item));
    }

    Type prepend(Expression.ObjectPrepend prepend, Scope scope) {
        Shape shape = new Shape();
        add(prepend.head(), shape, scope);
        Type tail = session.expressions.infer(prepend.tail(), scope);
        return Types.resolve(tail) instanceof Type.Object object ? merged(shape.type(), object) : Type.OBJECT;
    }

    Type object(Expression.ObjectLiteral literal, Scope scope) {
        Shape shape = new Shape();
        for (ObjectEntry entry : literal.entries()) {
            add(entry, shape, scope);
        }
        return Types.limited(shape.type());
    }

    /** The keys of one object after those of another; of equal ones the first is found. */
    static Type.Object merged(Type.Object first, Type.Object second) {
        Shape shape = new Shape();
        shape.addAll(first, false);
        shape.addAll(second, false);
        return shape.type();
    }

    /** An object type that grows. */
    private static final class Shape {
        private final List<Type.Field> fields = new ArrayList<>();
        private boolean open;

        /** Others may come before: what is found under a name is not sure any more. */
        void open() {
            open = true;
        }

        void add(Type.Field field) {
            Type type = open ? Type.ANY : field.type();
            for (int i = 0; i < fields.size(); i++) {
                Type.Field known = fields.get(i);
                if (field.name() != null && field.name().equals(known.name())) {
                    fields.set(
                            i,
                            new Type.Field(
                                    known.name(),
                                    known.prefix(),
                                    Types.union(known.type(), type),
                                    known.optional() && field.optional(),
                                    true,
                                    known.attributes()));
                    return;
                }
            }
            fields.add(new Type.Field(
                    field.name(), field.prefix(), type, field.optional(), field.repeated(), field.attributes()));
        }

        void addAll(Type.Object object, boolean optional) {
            for (Type.Field field : object.fields()) {
                if (field.name() != null) {
                    add(
                            optional
                                    ? new Type.Field(
                                            field.name(),
                                            field.prefix(),
                                            field.type(),
                                            true,
                                            field.repeated(),
                                            field.attributes())
                                    : field);
                }
            }
            open |= object.isOpen();
        }

        Type.Object type() {
            return new Type.Object(fields, open ? Type.Extent.OPEN : Type.Extent.LITERAL, false);
        }
    }

    private void add(ObjectEntry entry, Shape shape, Scope scope) {
        switch (entry) {
            case ObjectEntry.Pair pair -> {
                List<Type.Field> attributes = attributes(pair.attributes(), scope);
                String name = name(pair.key(), scope);
                Type value = Types.widen(session.expressions.infer(pair.value(), scope));
                if (name == null) {
                    shape.open();
                } else {
                    String prefix = pair.key() instanceof KeyName.Fixed fixed ? fixed.prefix() : null;
                    shape.add(new Type.Field(name, prefix, value, false, false, attributes));
                }
            }
            case ObjectEntry.Spread spread -> {
                session.conditions.optional(spread.condition(), scope);
                Type value = session.expressions.infer(spread.value(), scope);
                spread(spread, value, spread.condition() != null, shape, scope);
            }
        }
    }

    private void spread(ObjectEntry.Spread spread, Type value, boolean optional, Shape shape, Scope scope) {
        List<Type> members = Types.members(value);
        if (members.stream().allMatch(Literals::isNoObject)) {
            session.failure(
                    scope,
                    "CANNOT-COERCE",
                    spread.value().span(),
                    "what is spread in an object has to be an object, found " + TypeText.brief(Types.widen(value)),
                    "write 'key: value'");
            return;
        }
        List<Type> objects = members.stream().filter(m -> !Types.isNull(m)).toList();
        if (objects.size() == 1 && Types.resolve(objects.get(0)) instanceof Type.Object object) {
            shape.addAll(object, optional || objects.size() < members.size());
        } else if (!objects.isEmpty()) {
            shape.open();
        }
    }

    private static boolean isNoObject(Type type) {
        Type.Kind kind = Types.kind(Types.resolve(type));
        return kind != null
                && switch (kind) {
                    case NULL, ENUM, RANGE, ITERATOR, NAMESPACE -> false;
                    default -> true;
                };
    }

    /** The text of a key; null where it is not known before the script runs. */
    private @Nullable String name(KeyName key, Scope scope) {
        return switch (key) {
            case KeyName.Fixed fixed -> {
                session.names.namespace(fixed.prefix(), fixed.span(), scope);
                if (fixed.name() instanceof Expression.StringLiteral text) {
                    yield text.value();
                }
                session.expressions.optional(fixed.name(), scope);
                yield null;
            }
            case KeyName.Dynamic dynamic ->
                session.expressions.infer(dynamic.name(), scope) instanceof Type.Literal l
                                && l.value() instanceof String text
                        ? text
                        : null;
        };
    }

    private List<Type.Field> attributes(List<Attribute> attributes, Scope scope) {
        List<Type.Field> fields = new ArrayList<>();
        for (Attribute attribute : attributes) {
            switch (attribute) {
                case Attribute.Pair pair -> {
                    String name = name(pair.key(), scope);
                    Type value = Types.widen(session.expressions.infer(pair.value(), scope));
                    if (name != null) {
                        fields.add(Type.Field.of(name, value));
                    }
                }
                case Attribute.Spread spread -> {
                    session.conditions.optional(spread.condition(), scope);
                    Type _ = session.expressions.infer(spread.value(), scope);
                }
            }
        }
        return fields;
    }
}
