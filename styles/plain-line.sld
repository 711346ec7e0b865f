<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <Name>plain-line</Name>
    <UserStyle>
      <Name>plain-line</Name>
      <FeatureTypeStyle>
        <Rule>
          <Name>line</Name>
          <Title>线</Title>
          <Abstract>Line</Abstract>
          <LineSymbolizer>
            <Stroke>
              <CssParameter name="stroke">#4a6b80</CssParameter>
              <CssParameter name="stroke-width">1.2</CssParameter>
            </Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
