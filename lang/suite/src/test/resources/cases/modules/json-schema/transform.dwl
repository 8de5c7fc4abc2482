import * from jsonschema!example::schema::Person
---
[{firstName: "a", lastName: "b"} is Root, {firstName: "a", age: 2} is Root, {firstName: "a", lastName: "b", age: "x"} is Root]
