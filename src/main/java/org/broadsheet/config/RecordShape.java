package org.broadsheet.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A record as it stands in YAML: its keys, in the order of its components. */
record RecordShape(Class<?> type, List<Part> parts) {

    /**
     * One component.
     *
     * @param name the key
     * @param key its annotation; empty for the component that holds the file's name
     */
    record Part(String name, Type type, Optional<Key> key) {
        boolean required() {
            return key.isPresent() && key.get().byDefault().isEmpty() && rawOf(type) != Optional.class;
        }
    }

    static RecordShape of(Class<?> type) {
        return new RecordShape(
                type,
                Arrays.stream(type.getRecordComponents()).map(RecordShape::part).toList());
    }

    private static Part part(RecordComponent component) {
        Optional<Key> key = Optional.ofNullable(component.getAnnotation(Key.class));
        if (key.isEmpty() && !component.isAnnotationPresent(FromFile.class)) {
            throw new IllegalStateException(component + " says neither @Key nor @FromFile");
        }
        return new Part(kebab(component.getName()), component.getGenericType(), key);
    }

    static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The keys that a file may hold. */
    List<String> keys() {
        return parts.stream()
                .filter(part -> part.key().isPresent())
                .map(Part::name)
                .toList();
    }

    Optional<Part> part(String key) {
        return parts.stream()
                .filter(part -> part.key().isPresent() && part.name().equals(key))
                .findFirst();
    }

    /** The key that a plain value stands for. */
    Optional<String> shorthand() {
        return Optional.ofNullable(type.getAnnotation(Shorthand.class)).map(Shorthand::value);
    }

    /**
     * Calls the record's constructor.
     *
     * @throws IllegalArgumentException if the record refuses the values
     */
    Object create(Object[] arguments) {
        try {
            return canonical().newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type + " failed", thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " cannot be made", impossible);
        }
    }

    private Constructor<?> canonical() throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types);
    }

    /** Whether the type is a mapping with keys of its own, and not a record that is written as one value. */
    static boolean isSection(Class<?> type) {
        return type.isRecord() && type.getRecordComponents()[0].getAnnotations().length > 0;
    }

    static Class<?> rawOf(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** What an Optional or a List holds. */
    static Type elementOf(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /** The type inside all Optionals and Lists. */
    static Class<?> innermost(Type type) {
        return type instanceof ParameterizedType ? innermost(elementOf(type)) : (Class<?>) type;
    }
}
