<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>plain-polygon</Name>
    <UserStyle>
      <Name>plain-polygon</Name>
      <FeatureTypeStyle>
        <Rule>
          <Name>polygon</Name>
          <Title>面</Title>
          <Abstract>Polygon</Abstract>
          <PolygonSymbolizer>
            <Fill>
              <CssParameter name="fill">#9db8c9</CssParameter>
              <CssParameter name="fill-opacity">0.5</CssParameter>
            </Fill>
            <Stroke>
              <CssParameter name="stroke">#4a6b80</CssParameter>
              <CssParameter name="stroke-width">0.8</CssParameter>
            </Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
