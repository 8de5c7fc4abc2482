import * from dw::core::Types
output application/json
type A = {a: String, b?: Number, c*: {d: Boolean}}
type B = {| x: String |}
type C = Array<A>
type D = (A, b?: B) -> C
type E = "a" | "b" | 3
type F = A & {z: Number}
type G = String {format: "x", class: "y"}
type H = {a: String} {class: "java.util.Map"}
type I<T> = Array<T>
type J = I<String>
---
{
  fields: objectFields(A) map [$.key.name.localName, $.required, $.repeated],
  closed: isObjectType(B),
  array: [isArrayType(C), nameOf(arrayItem(C)), isReferenceType(arrayItem(C))],
  function: [functionParamTypes(D), nameOf(functionReturnType(D))],
  literals: unionItems(E) map [isLiteralType($), literalValueOf($), baseTypeOf($)],
  intersection: intersectionItems(F) map nameOf($),
  metadata: [metadataOf(G), metadataOf(H), isObjectType(H), isIntersectionType(H)],
  generic: [isArrayType(J), arrayItem(J)],
  ofValues: [isFunctionType(typeOf((a) -> 1)), isObjectType(typeOf({})), isBinaryType(typeOf("a" as Binary)), isArrayType(typeOf([]))]
}
