{ns0#a: 1, b @(ns1#c: 1): payload.ns2#d}
