import * from dw::core::Strings
var nouns = ["box", "city", "day", "leaf", "knife", "roof", "bus", "hero", "Person", "mouse", "quiz", "analysis", "sheep"]
---
[nouns map pluralize($), ((nouns map pluralize($)) map singularize($)) == nouns, capitalize("customerName"), underscore("HTTPServer name"), dasherize("a_b C"), camelize("a-b c")]
