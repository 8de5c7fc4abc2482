import * from jsonschema!example::schema::Account
import address as Place from jsonschema!example::schema::Account
fun city(p: Place) = p.city
---
[
    [{city: "x"} is address, {city: "x", "first-line": null} is address, {city: "x", other: 1} is address],
    [{firstName: "a", lastName: "b"} is person, {next: {next: {}}} is node, {next: {next: 1}} is node],
    ["gr\"een" is color, 1 is color, 2 is color, null is color],
    [{a: 1, b: 2} is map, {a: "x"} is map, {list: ["a", 1]} is Root, {list: [true]} is Root, {city: "x"} is both],
    city({city: "x"})
]
