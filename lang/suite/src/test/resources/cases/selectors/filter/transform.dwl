{some: payload[?($.age > 30)].name, none: payload[?($.age > 90)], object: {a: 1, b: 5}[?($ > 2)]}
