%dw 2.0

type QName = {localName: String, namespace: Namespace | Null}
type Attribute = {name: QName, required: Boolean, value: Type}
type Field = Object
type FunctionParam = {paramType: Type, optional: Boolean}

/** Whether a type is of a kind. */
fun isKind(t: Type, kind: String): Boolean = native("types::isKind")
fun isAnyType(t: Type): Boolean = isKind(t, "Any")
fun isBinaryType(t: Type): Boolean = isKind(t, "Binary")
fun isBooleanType(t: Type): Boolean = isKind(t, "Boolean")
fun isDateTimeType(t: Type): Boolean = isKind(t, "DateTime")
fun isDateType(t: Type): Boolean = isKind(t, "Date")
fun isKeyType(t: Type): Boolean = isKind(t, "Key")
fun isLocalDateTimeType(t: Type): Boolean = isKind(t, "LocalDateTime")
fun isLocalTimeType(t: Type): Boolean = isKind(t, "LocalTime")
fun isNamespaceType(t: Type): Boolean = isKind(t, "Namespace")
fun isNothingType(t: Type): Boolean = isKind(t, "Nothing")
fun isNullType(t: Type): Boolean = isKind(t, "Null")
fun isNumberType(t: Type): Boolean = isKind(t, "Number")
fun isPeriodType(t: Type): Boolean = isKind(t, "Period")
fun isRangeType(t: Type): Boolean = isKind(t, "Range")
fun isRegexType(t: Type): Boolean = isKind(t, "Regex")
fun isStringType(t: Type): Boolean = isKind(t, "String")
fun isTimeType(t: Type): Boolean = isKind(t, "Time")
fun isTimeZoneType(t: Type): Boolean = isKind(t, "TimeZone")
fun isTypeType(t: Type): Boolean = isKind(t, "Type")
fun isUriType(t: Type): Boolean = isKind(t, "Uri")
fun isArrayType(t: Type): Boolean = isKind(t, "Array")
fun isObjectType(t: Type): Boolean = isKind(t, "Object")
fun isFunctionType(t: Type): Boolean = isKind(t, "Function")
fun isUnionType(t: Type): Boolean = isKind(t, "Union")
fun isIntersectionType(t: Type): Boolean = isKind(t, "Intersection")
fun isLiteralType(t: Type): Boolean = isKind(t, "Literal")

/** Whether a type is the name of another. */
fun isReferenceType(t: Type): Boolean = native("types::isReference")

/** Parts of types. */
fun arrayItem(t: Type): Type = native("types::arrayItem")
fun baseTypeOf(t: Type): Type = native("types::baseType")
fun functionParamTypes(t: Type): Array<FunctionParam> = native("types::functionParams")
fun functionReturnType(t: Type): Type | Null = native("types::functionReturn")
fun intersectionItems(t: Type): Array<Type> = native("types::intersectionItems")
fun unionItems(t: Type): Array<Type> = native("types::unionItems")
fun literalValueOf(t: Type): String | Number | Boolean = native("types::literal")
fun metadataOf(t: Type): Object = native("types::metadata")
fun nameOf(t: Type): String = native("types::name")
fun objectFields(t: Type): Array<Field> = native("types::fields")
