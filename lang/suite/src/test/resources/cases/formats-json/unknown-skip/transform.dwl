output application/json skipNullOn="nothing" --- {a: null}
