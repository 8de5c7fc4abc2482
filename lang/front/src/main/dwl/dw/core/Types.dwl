%dw 2.0

/** Name of a field or attribute. */
type QName = {localName: String, namespace: Namespace | Null}

/** Attribute of a field of an object type. */
type Attribute = {name: QName, required: Boolean, value: Type}

/** Field of an object type. */
type Field = {key: {name: QName, attributes: Array<Attribute>}, required: Boolean, repeated: Boolean, value: Type}

/** Parameter of a function type. */
type FunctionParam = {paramType: Type, optional: Boolean}

@Internal(permits = [])
fun isKind(t: Type, kind: String): Boolean = native("types::isKind")

/**
 * Type of an array type's items.
 *
 *     type Names = Array<String>
 *     ---
 *     [arrayItem(Names), arrayItem(Array)]
 *     => [String, Any]
 *
 *     arrayItem(String)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.3.0")
fun arrayItem(t: Type): Type = native("types::arrayItem")

/**
 * The type without name and metadata; of a single value, its kind.
 *
 *     type Day = String {format: "yyyy-MM-dd"}
 *     ---
 *     [baseTypeOf(Day), metadataOf(baseTypeOf(Day))]
 *     => [String, {}]
 *
 *     type One = 1
 *     ---
 *     baseTypeOf(One)
 *     => Number
 */
@Since(version = "2.3.0")
fun baseTypeOf(t: Type): Type = native("types::baseType")

/**
 * Parameters of a function type.
 *
 *     type Pad = (text: String, size?: Number) -> String
 *     ---
 *     functionParamTypes(Pad)
 *     => [{paramType: String, optional: false}, {paramType: Number, optional: true}]
 *
 *     functionParamTypes(String)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.3.0")
fun functionParamTypes(t: Type): Array<FunctionParam> = native("types::functionParams")

/**
 * Type of what a function type gives.
 *
 *     type Size = (String) -> Number
 *     ---
 *     functionReturnType(Size)
 *     => Number
 */
@Since(version = "2.3.0")
fun functionReturnType(t: Type): Type | Null = native("types::functionReturn")

/**
 * Types that an intersection is made of.
 *
 *     type Person = {name: String} & {age: Number}
 *     ---
 *     intersectionItems(Person) map ((part) -> objectFields(part)[0].key.name.localName)
 *     => ["name", "age"]
 *
 *     intersectionItems(String)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.3.0")
fun intersectionItems(t: Type): Array<Type> = native("types::intersectionItems")

/**
 * Whether the type is Any, perhaps under another name or with metadata.
 *
 *     type Mine = Any
 *     ---
 *     [isAnyType(Mine), isAnyType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isAnyType(t: Type): Boolean = isKind(t, "Any")

/**
 * Whether the type is an array type.
 *
 *     type Mine = Array<String>
 *     type Other = {a: String}
 *     ---
 *     [isArrayType(Mine), isArrayType(Other)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isArrayType(t: Type): Boolean = isKind(t, "Array")

/**
 * Whether the type is Binary, perhaps under another name or with metadata.
 *
 *     type Mine = Binary
 *     ---
 *     [isBinaryType(Mine), isBinaryType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isBinaryType(t: Type): Boolean = isKind(t, "Binary")

/**
 * Whether the type is Boolean, perhaps under another name or with metadata.
 *
 *     type Mine = Boolean
 *     ---
 *     [isBooleanType(Mine), isBooleanType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isBooleanType(t: Type): Boolean = isKind(t, "Boolean")

/**
 * Whether the type is DateTime, perhaps under another name or with metadata.
 *
 *     type Mine = DateTime
 *     ---
 *     [isDateTimeType(Mine), isDateTimeType(Date)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isDateTimeType(t: Type): Boolean = isKind(t, "DateTime")

/**
 * Whether the type is Date, perhaps under another name or with metadata.
 *
 *     type Mine = Date
 *     ---
 *     [isDateType(Mine), isDateType(DateTime)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isDateType(t: Type): Boolean = isKind(t, "Date")

/**
 * Whether the type is a function type.
 *
 *     type Mine = (a: String) -> Number
 *     type Other = String
 *     ---
 *     [isFunctionType(Mine), isFunctionType(Other)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isFunctionType(t: Type): Boolean = isKind(t, "Function")

/**
 * Whether the type is an intersection.
 *
 *     type Mine = {a: String} & {b: Number}
 *     type Other = {a: String}
 *     ---
 *     [isIntersectionType(Mine), isIntersectionType(Other)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isIntersectionType(t: Type): Boolean = isKind(t, "Intersection")

/**
 * Whether the type is Key, perhaps under another name or with metadata.
 *
 *     type Mine = Key
 *     ---
 *     [isKeyType(Mine), isKeyType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isKeyType(t: Type): Boolean = isKind(t, "Key")

/**
 * Whether the type is a single value.
 *
 *     type Mine = "a"
 *     type Other = String
 *     ---
 *     [isLiteralType(Mine), isLiteralType(Other)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isLiteralType(t: Type): Boolean = isKind(t, "Literal")

/**
 * Whether the type is LocalDateTime, perhaps under another name or with metadata.
 *
 *     type Mine = LocalDateTime
 *     ---
 *     [isLocalDateTimeType(Mine), isLocalDateTimeType(DateTime)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isLocalDateTimeType(t: Type): Boolean = isKind(t, "LocalDateTime")

/**
 * Whether the type is LocalTime, perhaps under another name or with metadata.
 *
 *     type Mine = LocalTime
 *     ---
 *     [isLocalTimeType(Mine), isLocalTimeType(Time)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isLocalTimeType(t: Type): Boolean = isKind(t, "LocalTime")

/**
 * Whether the type is Namespace, perhaps under another name or with metadata.
 *
 *     type Mine = Namespace
 *     ---
 *     [isNamespaceType(Mine), isNamespaceType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isNamespaceType(t: Type): Boolean = isKind(t, "Namespace")

/**
 * Whether the type is Nothing, perhaps under another name or with metadata.
 *
 *     type Mine = Nothing
 *     ---
 *     [isNothingType(Mine), isNothingType(Null)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isNothingType(t: Type): Boolean = isKind(t, "Nothing")

/**
 * Whether the type is Null, perhaps under another name or with metadata.
 *
 *     type Mine = Null
 *     ---
 *     [isNullType(Mine), isNullType(Any)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isNullType(t: Type): Boolean = isKind(t, "Null")

/**
 * Whether the type is Number, perhaps under another name or with metadata.
 *
 *     type Mine = Number
 *     ---
 *     [isNumberType(Mine), isNumberType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isNumberType(t: Type): Boolean = isKind(t, "Number")

/**
 * Whether the type is an object type.
 *
 *     type Mine = {a: String}
 *     type Other = Array<String>
 *     ---
 *     [isObjectType(Mine), isObjectType(Other)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isObjectType(t: Type): Boolean = isKind(t, "Object")

/**
 * Whether the type is Period, perhaps under another name or with metadata.
 *
 *     type Mine = Period
 *     ---
 *     [isPeriodType(Mine), isPeriodType(Date)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isPeriodType(t: Type): Boolean = isKind(t, "Period")

/**
 * Whether the type is Range, perhaps under another name or with metadata.
 *
 *     type Mine = Range
 *     ---
 *     [isRangeType(Mine), isRangeType(Array)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isRangeType(t: Type): Boolean = isKind(t, "Range")

/**
 * Whether the type is a name for another, where a type holds it.
 *
 *     type Names = Array<String>
 *     type Lists = Array<Names>
 *     ---
 *     [isReferenceType(arrayItem(Lists)), isReferenceType(Lists), isReferenceType(String)]
 *     => [true, false, false]
 */
@Since(version = "2.3.0")
fun isReferenceType(t: Type): Boolean = native("types::isReference")

/**
 * Whether the type is Regex, perhaps under another name or with metadata.
 *
 *     type Mine = Regex
 *     ---
 *     [isRegexType(Mine), isRegexType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isRegexType(t: Type): Boolean = isKind(t, "Regex")

/**
 * Whether the type is String, perhaps under another name or with metadata.
 *
 *     type Mine = String
 *     ---
 *     [isStringType(Mine), isStringType(Number)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isStringType(t: Type): Boolean = isKind(t, "String")

/**
 * Whether the type is Time, perhaps under another name or with metadata.
 *
 *     type Mine = Time
 *     ---
 *     [isTimeType(Mine), isTimeType(LocalTime)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isTimeType(t: Type): Boolean = isKind(t, "Time")

/**
 * Whether the type is TimeZone, perhaps under another name or with metadata.
 *
 *     type Mine = TimeZone
 *     ---
 *     [isTimeZoneType(Mine), isTimeZoneType(Time)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isTimeZoneType(t: Type): Boolean = isKind(t, "TimeZone")

/**
 * Whether the type is Type, perhaps under another name or with metadata.
 *
 *     type Mine = Type
 *     ---
 *     [isTypeType(Mine), isTypeType(Any)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isTypeType(t: Type): Boolean = isKind(t, "Type")

/**
 * Whether the type is a union.
 *
 *     type Mine = String | Number
 *     type Other = String
 *     ---
 *     [isUnionType(Mine), isUnionType(Other)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isUnionType(t: Type): Boolean = isKind(t, "Union")

/**
 * Whether the type is Uri, perhaps under another name or with metadata.
 *
 *     type Mine = Uri
 *     ---
 *     [isUriType(Mine), isUriType(String)]
 *     => [true, false]
 */
@Since(version = "2.3.0")
fun isUriType(t: Type): Boolean = isKind(t, "Uri")

/**
 * The value of a type that is a single value.
 *
 *     type Yes = "yes"
 *     ---
 *     literalValueOf(Yes)
 *     => "yes"
 *
 *     literalValueOf(String)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.3.0")
fun literalValueOf(t: Type): String | Number | Boolean = native("types::literal")

/**
 * Metadata that stands behind a type.
 *
 *     type Day = Date {format: "yyyy-MM-dd"}
 *     ---
 *     metadataOf(Day)
 *     => {format: "yyyy-MM-dd"}
 *
 *     type Rows = Array<String> {class: "java.util.List"}
 *     ---
 *     [metadataOf(Rows), metadataOf(String)]
 *     => [{class: "java.util.List"}, {}]
 */
@Since(version = "2.3.0")
fun metadataOf(t: Type): Object = native("types::metadata")

/**
 * Name of a type.
 *
 *     type Names = Array<String>
 *     ---
 *     [nameOf(Names), nameOf(String)]
 *     => ["Names", "String"]
 */
@Since(version = "2.3.0")
fun nameOf(t: Type): String = native("types::name")

/**
 * Fields of an object type.
 *
 *     type User = {name @(id?: Number): String, phone*: String}
 *     ---
 *     objectFields(User)
 *     => [
 *       {key: {name: {localName: "name", namespace: null}, attributes: [{name: {localName: "id", namespace: null}, value: Number, required: false}]}, required: true, repeated: false, value: String},
 *       {key: {name: {localName: "phone", namespace: null}, attributes: []}, required: true, repeated: true, value: String}
 *     ]
 *
 *     objectFields(String)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.3.0")
fun objectFields(t: Type): Array<Field> = native("types::fields")

/**
 * Types that a union is made of.
 *
 *     type Id = String | Number
 *     ---
 *     unionItems(Id)
 *     => [String, Number]
 *
 *     unionItems(String)
 *     => error WRONG-ARGUMENT
 */
@Since(version = "2.3.0")
fun unionItems(t: Type): Array<Type> = native("types::unionItems")
